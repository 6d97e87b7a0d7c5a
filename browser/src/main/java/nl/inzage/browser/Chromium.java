package nl.inzage.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real headless Chromium, one for all journeys: the one that {@code INZAGE_BROWSER} names, the system's, or
 * Playwright's own. Without any the journeys are skipped, and say so; with {@code INZAGE_BROWSER_REQUIRED=true} that is
 * a failure.
 */
public final class Chromium implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == Browsing.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browsing browsing = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(System.getenv()), Running.class)
                .browsing()
                .orElseGet(() -> withoutBrowser(System.getenv()));
        return parameter.getParameter().getType() == Browser.class ? browsing.browser() : browsing;
    }

    private static Browsing withoutBrowser(Map<String, String> environment) {
        String sentence = "No Chromium found: set INZAGE_BROWSER to its path to walk the journeys.";
        if ("true".equals(environment.get("INZAGE_BROWSER_REQUIRED"))) {
            return fail(sentence);
        }
        return abort("SKIPPED. " + sentence);
    }

    private record Running(Optional<Browsing> browsing, Playwright playwright)
            implements ExtensionContext.Store.CloseableResource {

        static Running start(Map<String, String> environment) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(variables));
            return new Running(launch(playwright, environment), playwright);
        }

        private static Optional<Browsing> launch(Playwright playwright, Map<String, String> environment) {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
            Stream.of(environment.get("INZAGE_BROWSER"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                    .filter(path -> path != null && Files.isExecutable(Path.of(path)))
                    .findFirst()
                    .ifPresent(path -> options.setExecutablePath(Path.of(path)));
            try {
                return Optional.of(new Browsing(playwright.chromium().launch(options)));
            } catch (PlaywrightException e) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}

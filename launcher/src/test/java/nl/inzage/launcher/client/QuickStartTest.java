package nl.inzage.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.browser.Chromium;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.RunningDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The app of the page for developers, as it stands there, to the letter. */
@ExtendWith({RealClients.class, Chromium.class, RunningDossier.class})
class QuickStartTest {

    private static final Pattern APP = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_app_of_the_quick_start_shows_the_newest_result(Browser browser, Addresses addresses) throws Exception {
        Path app = Files.writeString(Path.of("target", "app.mjs").toAbsolutePath(), codeOfThePage());
        try (AppUser anna = AppUser.loggedIn(browser, addresses);
                NodeApp running = NodeApp.start(app, addresses, Map.of())) {
            anna.allows(running.line().replace("Open in your browser: ", ""));

            assertThat(running.line()).isEqualTo("Patient: Visser");
            assertThat(running.line()).matches("Newest result: .+ [0-9.]+ .+");
        }
    }

    private static String codeOfThePage() throws IOException {
        Matcher code = APP.matcher(Files.readString(Path.of("../docs/quick-start.md")));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}

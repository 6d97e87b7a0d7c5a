package nl.inzage.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.RunningPortal;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

/** No browser keeps a page of somebody who is logged in: each route that the portal has is asked. */
class NoStoreTest {

    private final RunningPortal portal = RunningPortal.shared();

    @Test
    void noAnswerToWhoIsLoggedInIsKept() {
        Browser browser = portal.browser();
        browser.logIn();
        Map<String, String> kept = new LinkedHashMap<>();

        for (String path : pages()) {
            kept.put(path, browser.get(path).header("Cache-Control").orElse(""));
        }

        assertThat(kept).containsKeys("/overzicht", "/uitslagen", "/gegevens").hasSizeGreaterThan(12);
        assertThat(kept)
                .allSatisfy((path, header) -> assertThat(header).as(path).contains("no-store"));
        assertThat(browser.get("/overzicht").status()).isEqualTo(200);
    }

    private List<String> pages() {
        return portal.mappings().getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().isEmpty()
                        || mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]+}", "glucose"))
                .distinct()
                .sorted()
                .toList();
    }
}

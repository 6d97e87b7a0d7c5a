package nl.inzage.launcher.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.inzage.launcher.Addresses;
import nl.inzage.launcher.journey.Visitor;

/** A patient who is logged in and lets apps see the dossier, each time when asked. */
final class AppUser implements AutoCloseable {

    private static final PageAssertions.HasTitleOptions UNTIL_IT_IS_DONE =
            new PageAssertions.HasTitleOptions().setTimeout(20_000);

    private final Visitor visitor;
    private final Page page;
    private final List<String> elsewhere = new ArrayList<>();

    private AppUser(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
        page.onRequest(request -> {
            if (!request.url().matches("(http://(localhost|127\\.0\\.0\\.1):|data:|blob:).*")) {
                elsewhere.add(request.url());
            }
        });
    }

    static AppUser loggedIn(Browser browser, Addresses addresses) {
        return new AppUser(Visitor.atADesk(browser, addresses).logIn("anna.visser"));
    }

    /** Opens the address to which an app sends its user, and gives consent there. */
    AppUser allows(String address) {
        page.navigate(address);
        page.waitForURL(url -> url.contains("/toestemming"));
        Locator term = page.getByLabel("90 dagen, ook als u niet bent ingelogd");
        if (term.isVisible()) {
            term.check();
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ik geef toestemming"))
                .click();
        return this;
    }

    /** What the page of an app says when it is done, or what went wrong. */
    JsonNode reads() throws JsonProcessingException {
        assertThat(page).hasTitle(Pattern.compile("Done|Failed"), UNTIL_IT_IS_DONE);
        String text = (String) page.evaluate("document.body.firstChild.textContent");
        if (page.title().equals("Failed")) {
            throw new AssertionError(text);
        }
        return new ObjectMapper().readTree(text);
    }

    AppUser presses(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        return this;
    }

    Page page() {
        return page;
    }

    /** Requests that left this machine. */
    List<String> elsewhere() {
        return elsewhere;
    }

    @Override
    public void close() {
        visitor.close();
    }
}

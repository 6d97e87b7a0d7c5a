package nl.inzage.portal.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import nl.inzage.portal.browser.Chromium;
import nl.inzage.portal.fixture.RunningPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The warning before the end of a login, in a real browser whose clock the test turns. */
class SessionWarningTest {

    private static final int IDLE = 900;
    private static Chromium chromium;

    private final RunningPortal portal = RunningPortal.shared();
    private Page page;
    private Locator warning;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void logIn() {
        portal.browser();
        portal.hospital().auth().idleSeconds(IDLE);
        BrowserContext person = chromium.browser().newContext();
        page = person.newPage();
        page.clock().install();
        page.navigate(portal.url() + "/inloggen");
        warning = page.locator("dialog[data-idle-seconds]");
    }

    @Test
    void oneKeyPutsTheEndOff() {
        seconds(IDLE - 121);
        assertThat(warning).isHidden();
        seconds(2);
        assertThat(warning).isVisible();
        assertThat(page.getByText("Ingelogd blijven").last()).isFocused();

        page.keyboard().press("Enter");
        assertThat(warning).isHidden();

        seconds(IDLE - 122);
        assertThat(warning).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/overzicht"));
    }

    @Test
    void theWarningCanBeReadByEverybody() {
        seconds(IDLE - 119);
        assertThat(warning).isVisible();
        assertThat(warning).hasAccessibleName("U wordt bijna uitgelogd");

        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    @Test
    void whoDoesNothingSeesTheDossierNoLonger() {
        seconds(IDLE - 119);
        seconds(120);

        assertThat(page).hasURL(Pattern.compile(".*/uitgelogd\\?reden=verlopen"));
    }

    @Test
    void whatHappensInOneTabCountsForTheOther() {
        Page other = page.context().newPage();
        seconds(IDLE - 119);
        assertThat(warning).isVisible();

        other.navigate(portal.url() + "/medicijnen");

        assertThat(warning).isHidden();
    }

    @Test
    void whoTypesIsNotIdle() {
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<input id=\"veld\" aria-label=\"veld\">')");
        for (int minute = 0; minute < 16; minute++) {
            page.locator("#veld").pressSequentially("a");
            page.waitForResponse("**/sessie", () -> seconds(61));
        }

        assertThat(warning).isHidden();
        assertThat(page.locator("#veld")).hasValue("a".repeat(16));
    }

    private void seconds(int count) {
        page.clock().runFor(count * 1000L);
    }
}

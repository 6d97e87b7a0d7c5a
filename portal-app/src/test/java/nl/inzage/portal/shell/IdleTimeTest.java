package nl.inzage.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.Browser.Page;
import nl.inzage.portal.fixture.RunningPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorization server says how long somebody may do nothing; the page warns, and one key puts the end off. */
class IdleTimeTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final RunningPortal portal = RunningPortal.shared();
    private final Browser browser = portal.browser();

    @Test
    void aSessionEndsWhenTheAuthorizationServerSays() throws SQLException {
        portal.hospital().auth().idleSeconds(900);
        browser.logIn();
        assertThat(idleSeconds()).isEqualTo(900);

        leaveAlone(901);

        assertThat(browser.get("/overzicht").location()).contains("/inloggen");
    }

    @Test
    void withoutAWordOfTheServerTenMinutesAreAll() throws SQLException {
        browser.logIn();

        assertThat(idleSeconds()).isEqualTo(600);
    }

    @Test
    void noServerMakesASessionLastLongerThanAnHour() throws SQLException {
        portal.hospital().auth().idleSeconds(1_000_000);
        browser.logIn();

        assertThat(idleSeconds()).isEqualTo(3600);
    }

    @Test
    void everyPageBehindALoginCanWarnAndHasAFormForBrowsersWithoutScript() {
        portal.hospital().auth().idleSeconds(900);
        Page page = browser.logIn();

        assertThat(page.body())
                .contains("data-idle-seconds=\"900\"", "data-end=\"/uitgelogd?reden=verlopen\"")
                .containsPattern("(?s)<noscript>\\s*<form[^>]* action=\"/sessie\".*Ingelogd blijven.*</noscript>");
        assertThat(browser.get(script(page)).status()).isEqualTo(200);
        assertThat(portal.anotherBrowser().get("/hulp").body()).doesNotContain("data-idle-seconds", "/sessie");
    }

    @Test
    void stayingBeginsTheIdleTimeAnewAndLeavesTheBrowserWhereItIs() throws SQLException {
        Page page = browser.logIn();
        leaveAlone(540);

        assertThat(browser.post("/sessie", Map.of("_csrf", found(CSRF, page))).status())
                .isEqualTo(204);

        leaveAlone(540);
        assertThat(browser.get("/overzicht").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyStaysLongerThanEightHoursHoweverOftenItIsAsked(boolean employee) {
        if (employee) {
            portal.hospital().auth().employee("Bea Balie");
        }
        Page page = browser.logIn();
        Map<String, String> form = Map.of("_csrf", found(CSRF, page));
        portal.clock().is(RunningPortal.MORNING.plus(Duration.ofHours(8)));
        assertThat(browser.post("/sessie", form).status()).isEqualTo(204);

        portal.clock().is(RunningPortal.MORNING.plus(Duration.ofHours(8)).plusSeconds(1));

        assertThat(browser.post("/sessie", form).location()).hasValue("/uitgelogd?reden=verlopen");
        assertThat(browser.get("/balie").location()).contains("/inloggen");
    }

    @Test
    void aFormOfAnotherSiteKeepsNobodyLoggedIn() {
        browser.logIn();

        assertThat(browser.post("/sessie", Map.of()).status()).isEqualTo(403);
    }

    /** Spring Session looks at the time itself, so the row is made older instead. */
    private void leaveAlone(int seconds) throws SQLException {
        try (var connection = portal.database().superuser();
                var statement = connection.prepareStatement("update portal.spring_session set"
                        + " last_access_time = last_access_time - ?, expiry_time = expiry_time - ?"
                        + " where session_id = ?")) {
            statement.setLong(1, seconds * 1000L);
            statement.setLong(2, seconds * 1000L);
            statement.setString(3, sessionId());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private int idleSeconds() throws SQLException {
        try (var connection = portal.database().superuser();
                var statement = connection.prepareStatement(
                        "select max_inactive_interval from portal.spring_session where session_id = ?")) {
            statement.setString(1, sessionId());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private String sessionId() {
        String cookie = browser.cookie("INZAGE_PORTAL_SESSION").orElseThrow().getValue();
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII);
    }

    private static String script(Page page) {
        return found(Pattern.compile("src=\"(/session[^\"]*\\.js)\""), page);
    }

    private static String found(Pattern pattern, Page page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}

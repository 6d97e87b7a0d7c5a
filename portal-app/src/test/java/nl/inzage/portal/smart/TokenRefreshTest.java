package nl.inzage.portal.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.Browser.Page;
import nl.inzage.portal.fixture.RunningPortal;
import nl.inzage.portal.hospital.AuthDesk;
import org.junit.jupiter.api.Test;

class TokenRefreshTest {

    private final RunningPortal portal = RunningPortal.shared();
    private final Browser browser = portal.browser();
    private final AuthDesk auth = portal.hospital().auth();

    @Test
    void anAccessTokenIsUsedAsLongAsItLives() {
        browser.logIn();

        browser.get("/medicijnen");

        assertThat(auth.refreshes()).isZero();
    }

    @Test
    void anAccessTokenThatEndsIsRefreshedOnceForTheSession() {
        browser.logIn();
        later(Duration.ofMinutes(6));

        assertThat(browser.get("/medicijnen").status()).isEqualTo(200);
        assertThat(auth.refreshes()).isEqualTo(1);
    }

    @Test
    void tabsThatRefreshAtTheSameMomentUseTheRefreshTokenOnce() throws Exception {
        browser.logIn();
        later(Duration.ofMinutes(6));
        ExecutorService tabs = Executors.newFixedThreadPool(8);

        List<Future<Page>> pages = IntStream.range(0, 8)
                .mapToObj(tab -> tabs.submit(() -> browser.get("/gegevens")))
                .toList();

        for (Future<Page> page : pages) {
            assertThat(page.get().text()).contains("Anna Visser");
        }
        tabs.shutdown();
        assertThat(auth.refreshes()).isEqualTo(1);
    }

    @Test
    void aLoginThatEndedAtTheServerEndsHereToo() {
        browser.logIn();
        later(Duration.ofMinutes(6));
        auth.forgetLogins();

        Page page = browser.open("/uitslagen");

        assertThat(page.url()).endsWith("/uitgelogd?reden=verlopen");
        assertThat(page.text()).contains("U bent niet meer ingelogd");
        assertThat(browser.get("/uitslagen").location()).contains("/inloggen");
    }

    @Test
    void anAuthorizationServerThatIsDownDoesNotLogAnybodyOut() {
        browser.logIn();
        later(Duration.ofMinutes(6));
        auth.refreshAnswers(false);

        Page page = browser.get("/uitslagen");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Dit lukt nu even niet");
        auth.refreshAnswers(true);
        assertThat(browser.get("/uitslagen").status()).isEqualTo(200);
    }

    @Test
    void aGrantThatEndedElsewhereEndsTheSessionHereOnAPageAndNotInACircle() {
        browser.logIn();
        auth.forgetAccessTokens();
        auth.forgetLogins();

        Page page = browser.open("/medicijnen");

        assertThat(page.url()).endsWith("/uitgelogd?reden=verlopen");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("U bent niet meer ingelogd", "ergens anders bent uitgelogd");
        assertThat(browser.get("/medicijnen").location()).contains("/inloggen");
    }

    @Test
    void afterEightHoursEverybodyLogsInAgain() {
        browser.logIn();
        later(Duration.ofHours(8).plusMinutes(1));

        assertThat(browser.open("/uitslagen").path()).isEqualTo("/uitgelogd");
    }

    @Test
    void theEightHoursBeginWithPasswordAndCodeAndNotWithThisApp() {
        auth.loggedInAt(RunningPortal.MORNING.minus(Duration.ofHours(6)));
        browser.logIn();
        later(Duration.ofMinutes(119));
        assertThat(browser.open("/uitslagen").path()).isEqualTo("/uitslagen");

        later(Duration.ofMinutes(121));

        assertThat(browser.open("/uitslagen").path()).isEqualTo("/uitgelogd");
    }

    @Test
    void theSessionInTheDatabaseDoesNotHoldTheSecretOfTheClient() throws Exception {
        browser.logIn();

        try (var connection = portal.database().superuser();
                var statement = connection.prepareStatement(
                        "select count(*) from portal.spring_session_attributes where position(? in attribute_bytes) > 0")) {
            statement.setBytes(1, RunningPortal.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8));
            try (var found = statement.executeQuery()) {
                found.next();
                assertThat(found.getInt(1)).isZero();
            }
        }
    }

    private void later(Duration duration) {
        portal.clock().is(RunningPortal.MORNING.plus(duration));
    }
}

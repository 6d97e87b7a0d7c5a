package nl.inzage.portal.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.Map;
import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.Browser.Page;
import nl.inzage.portal.fixture.RunningPortal;
import org.junit.jupiter.api.Test;

class LogoutTest {

    private static final String SESSION = "INZAGE_PORTAL_SESSION";

    private final RunningPortal portal = RunningPortal.shared();
    private final Browser browser = portal.browser();

    @Test
    void oneClickEndsSessionRefreshTokenAndTheLoginAtTheServer() {
        Page overview = browser.logIn();
        HttpCookie session = browser.cookie(SESSION).orElseThrow();
        assertThat(portal.hospital().auth().openLogins()).isEqualTo(1);

        Page leaving = browser.logOut(overview);

        assertThat(portal.hospital().auth().openLogins()).isZero();
        assertThat(leaving.header("Clear-Site-Data")).contains("\"cache\", \"storage\"");
        assertThat(leaving.location().orElseThrow())
                .startsWith(portal.hospital().url() + "/connect/logout?")
                .contains("id_token_hint=", "post_logout_redirect_uri=" + portal.url() + "/uitgelogd");
        Browser replay = portal.anotherBrowser();
        replay.plant(session);
        assertThat(replay.get("/overzicht").location()).contains("/inloggen");
    }

    @Test
    void endsOnAPageThatSaysSo() {
        Page leaving = browser.logOut(browser.logIn());

        Page end = browser.open(leaving.location().orElseThrow());

        assertThat(end.path()).isEqualTo("/uitgelogd");
        assertThat(end.text()).contains("U bent uitgelogd");
    }

    @Test
    void endsTheLoginAtTheServerAlsoAfterARefresh() {
        browser.logIn();
        portal.clock().is(RunningPortal.MORNING.plusSeconds(600));

        Page leaving = browser.logOut(browser.get("/medicijnen"));

        assertThat(browser.open(leaving.location().orElseThrow()).path()).isEqualTo("/uitgelogd");
    }

    @Test
    void backShowsNothingBecauseNothingWasKept() {
        for (String path : new String[] {"/overzicht", "/uitslagen", "/brieven/brief-huisarts/bestand"}) {
            assertThat(browser.open(path).header("Cache-Control").orElseThrow())
                    .as(path)
                    .contains("no-store");
        }
    }

    @Test
    void aFormOfAnotherSiteCannotLogAnybodyOut() {
        browser.logIn();

        Page refused = browser.post("/uitloggen", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Deze pagina mag u niet openen");
        assertThat(browser.get("/overzicht").status()).isEqualTo(200);
    }

    @Test
    void aLinkCannotLogAnybodyOut() {
        browser.logIn();

        assertThat(browser.get("/uitloggen").status()).isEqualTo(404);
        assertThat(browser.get("/overzicht").status()).isEqualTo(200);
    }

    @Test
    void loggingOutAfterTheSessionHasEndedIsNoError() {
        Page end = browser.post("/uitloggen", Map.of("_csrf", "of an hour ago"));

        assertThat(end.status()).isEqualTo(302);
        assertThat(end.location()).contains("/uitgelogd");
    }
}

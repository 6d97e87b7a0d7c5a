package nl.inzage.portal.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.inzage.portal.fixture.Browser;
import nl.inzage.portal.fixture.Browser.Page;
import nl.inzage.portal.fixture.RunningPortal;
import nl.inzage.portal.hospital.AuthDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    private static final String SESSION = "INZAGE_PORTAL_SESSION";

    private final RunningPortal portal = RunningPortal.shared();
    private final Browser browser = portal.browser();

    @Test
    void asksTheAuthorizationServerAsSmartAppLaunchSays() {
        Page start = browser.get(browser.get("/inloggen").location().orElseThrow());

        assertThat(start.location().orElseThrow()).startsWith(portal.hospital().url() + "/oauth2/authorize?");
        Map<String, String> asked = query(start.location().orElseThrow());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "portal")
                .containsEntry("redirect_uri", portal.url() + "/login/smart")
                .containsEntry("aud", portal.hospital().url() + "/fhir")
                .containsEntry("code_challenge_method", "S256");
        assertThat(asked.get("code_challenge")).hasSize(43);
        assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(asked.get("nonce")).isNotBlank();
        assertThat(List.of(asked.get("scope").split(" ", -1)))
                .contains("launch/patient", "openid", "fhirUser", "online_access", "patient/Observation.rs")
                .noneMatch(scope -> scope.contains(".c") || scope.contains(".u") || scope.contains(".d"));
    }

    @Test
    void opensTheOverviewOfThePatientInTheTokenResponse() {
        Page page = browser.logIn();

        assertThat(page.path()).isEqualTo("/overzicht");
        assertThat(page.text()).contains("Dag Anna Visser");
    }

    @Test
    void comesBackToThePageThatAskedForTheLogin() {
        assertThat(browser.open("/medicijnen").path()).isEqualTo("/medicijnen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bestaat-niet", "/apple-touch-icon.png", "/overzicht/x"})
    void aWrongAddressDoesNotStickToTheLogin(String path) {
        assertThat(browser.open(path).path()).isEqualTo("/overzicht");
    }

    @Test
    void theLoginSpeaksTheLanguageThatTheVisitorChose() {
        assertThat(query(loginAddress())).containsEntry("ui_locales", "nl");

        browser.get("/?taal=en");

        assertThat(query(loginAddress())).containsEntry("ui_locales", "en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overzicht",
                "/uitslagen",
                "/uitslagen/x",
                "/medicijnen",
                "/afspraken",
                "/brieven",
                "/brieven/x/bestand",
                "/gegevens",
                "/balie",
                "/bestaat-niet"
            })
    void noPageOfADossierOpensWithoutALogin(String path) {
        Page page = browser.get(path);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location()).contains("/inloggen");
    }

    @Test
    void aRequestByHtmxWithoutALoginChangesThePageInsteadOfFollowingARedirect() {
        Page page = browser.get("/uitslagen/x", "HX-Request", "true");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("HX-Redirect")).contains("/inloggen");
    }

    @ParameterizedTest
    @EnumSource(
            value = AuthDesk.Fault.class,
            names = {"NONE", "NO_DISCOVERY"},
            mode = EnumSource.Mode.EXCLUDE)
    void aLoginThatIsNotWhatItSeemsOpensNothing(AuthDesk.Fault fault) {
        portal.hospital().auth().fault(fault);

        Page page = browser.logIn();

        assertThat(page.path()).isEqualTo("/inloggen/mislukt");
        assertThat(page.text()).contains("Inloggen is niet gelukt");
        assertThat(browser.get("/overzicht").location()).contains("/inloggen");
    }

    @Test
    void anAnswerWithAnotherStateOpensNothing() {
        String answer = answerOfTheServer();

        Page page = browser.open(answer.replaceAll("state=[^&]+", "state=other"));

        assertThat(page.path()).isEqualTo("/inloggen/mislukt");
    }

    @Test
    void anAnswerForSomebodyElsesBrowserOpensNothing() {
        String answer = answerOfTheServer();
        Browser other = portal.anotherBrowser();

        assertThat(other.open(answer).path()).isEqualTo("/inloggen/mislukt");
    }

    @Test
    void theSessionGetsANewIdAndTheOldOneIsDead() {
        browser.get(browser.get("/inloggen").location().orElseThrow());
        HttpCookie before = browser.cookie(SESSION).orElseThrow();

        browser.logIn();

        assertThat(browser.cookie(SESSION).orElseThrow().getValue()).isNotEqualTo(before.getValue());
        Browser attacker = portal.anotherBrowser();
        attacker.plant(before);
        assertThat(attacker.get("/overzicht").location()).contains("/inloggen");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        Page start = browser.get(browser.get("/inloggen").location().orElseThrow());

        assertThat(start.header("Set-Cookie").orElseThrow())
                .startsWith(SESSION + "=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void noTokenEverReachesTheBrowser() {
        Page page = browser.logIn();

        assertThat(page.body() + page.response().headers().map()).doesNotContainPattern("\\b[ar]t-[0-9a-f]{8}-|eyJ");
    }

    private String answerOfTheServer() {
        return browser.get(loginAddress()).location().orElseThrow();
    }

    private String loginAddress() {
        return browser.get(browser.get("/inloggen").location().orElseThrow())
                .location()
                .orElseThrow();
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}

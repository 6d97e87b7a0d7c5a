package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.DigidStub;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** DigiD through a bridge: who has an account comes in at the right level, and everybody else is told why not. */
@ExtendWith(OutputCaptureExtension.class)
class DigidLoginTest {

    private static final String JOOST_BSN = "999990135";

    private final RunningServer server = RunningServer.shared();
    private final Journey journey = new Journey(server);
    private final Browser browser = journey.browser();
    private final DigidTrip trip = new DigidTrip(server, browser);

    @AfterEach
    void theTimeIsNow() {
        server.clock().moveTo(Duration.ZERO);
    }

    @Test
    void the_button_leads_to_the_bridge_with_all_that_protects_the_way_back() {
        Answer page = browser.get("/inloggen");
        Map<String, String> asked = trip.leave();

        assertThat(page.body()).contains("Inloggen met DigiD");
        assertThat(page.header("Content-Security-Policy"))
                .contains("form-action 'self' ")
                .contains(server.digid().issuer());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "inzage")
                .containsEntry("redirect_uri", server.issuer() + "/inloggen/digid/terug")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("prompt", "login")
                .containsEntry("acr_values", DigidStub.SUBSTANTIEEL + " " + DigidStub.SUBSTANTIEEL + "PKI")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(asked.get("state"))
                .hasSizeGreaterThan(40)
                .isNotEqualTo(trip.leave().get("state"));
    }

    @Test
    void somebody_with_an_account_comes_in_and_the_id_token_says_how() throws Exception {
        journey.open(App.portal(server));
        String before = browser.sessionId();
        Answer in = trip.comeBack(trip.leave(), DigidTrip.about(JOOST_BSN));

        assertThat(in.location()).startsWith("/oauth2/authorize?");
        assertThat(browser.sessionId()).isNotEqualTo(before);
        Answer back = browser.get(in.location());
        JWTClaimsSet token =
                Tokens.claims(App.portal(server).redeem(back.parameters().get("code")), "id_token");
        assertThat(token.getStringClaim("acr")).isEqualTo(DigidStub.SUBSTANTIEEL);
        assertThat(token.getClaim("amr")).isNull();
        assertThat(token.getStringClaim("fhirUser")).endsWith("/Patient/" + People.JOOST.fhirId());
    }

    @Test
    void a_number_with_the_sector_code_of_digid_is_the_same_number() {
        assertThat(trip.comeBack(trip.leave(), DigidTrip.about("s00000000:" + JOOST_BSN))
                        .status())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {DigidStub.MIDDEN, "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", "", "5"})
    void a_level_that_is_too_low_or_unknown_ends_the_session_with_an_explanation(String acr, CapturedOutput output) {
        journey.logIn(People.JOOST);
        String before = browser.sessionId();
        assertThat(browser.get("/account").status()).isEqualTo(200);
        Answer refused =
                trip.comeBack(trip.leave(), DigidTrip.about(JOOST_BSN).andThen(claims -> claims.claim("acr", acr)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body())
                .contains("U hebt een sterkere manier van inloggen nodig")
                .contains("DigiD-app");
        assertThat(browser.get("/account").location()).isEqualTo("/inloggen");
        browser.useSession(before);
        assertThat(browser.get("/account").location()).isEqualTo("/inloggen");
        assertThat(output).doesNotContain(JOOST_BSN);
    }

    @Test
    void who_stops_at_digid_is_back_at_the_login_page() {
        Answer back = trip.error(trip.leave(), "access_denied");

        assertThat(back.location()).isEqualTo("/inloggen?melding=digid-gestopt");
        assertThat(browser.get(back.location()).body()).contains("U bent gestopt met inloggen met DigiD");
    }

    @Test
    void an_error_of_the_bridge_is_told_in_words_and_logged_without_its_text(CapturedOutput output) {
        Map<String, String> asked = trip.leave();
        Answer failed = browser.get("/inloggen/digid/terug?"
                + Browser.form(Map.of(
                        "state", asked.get("state"), "error", "server_error", "error_description", "about 999990135")));

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.body()).contains("Inloggen met DigiD is niet gelukt").doesNotContain("server_error");
        assertThat(output).contains("the bridge answered server_error").doesNotContain(JOOST_BSN);
    }

    @Test
    void a_way_back_works_once() {
        Map<String, String> asked = trip.leave();

        assertThat(trip.comeBack(asked, DigidTrip.about(JOOST_BSN)).status()).isEqualTo(302);
        assertThat(trip.comeBack(asked, DigidTrip.about(JOOST_BSN)).location()).isEqualTo("/inloggen?melding=verlopen");
    }

    @Test
    void of_parallel_ways_back_with_one_state_one_comes_in() {
        Map<String, String> asked = trip.leave();
        String session = browser.sessionId();
        String address = trip.address(asked, DigidTrip.about(JOOST_BSN));

        List<Answer> answers = Parallel.times(16, () -> {
            Browser twin = new Browser(server.issuer());
            twin.useSession(session);
            return twin.get(address);
        });

        assertThat(answers)
                .filteredOn(answer -> !answer.location().startsWith("/inloggen"))
                .hasSize(1);
    }

    @Test
    void a_blocked_account_gets_the_same_words_as_with_a_password() {
        server.block(People.JOOST, true);
        try {
            Answer byDigid = trip.comeBack(trip.leave(), DigidTrip.about(JOOST_BSN));
            Answer byPassword = new Journey(server).logIn(People.JOOST);

            assertThat(byDigid.status()).isEqualTo(byPassword.status()).isEqualTo(403);
            assertThat(main(byDigid)).isEqualTo(main(byPassword)).contains("Uw account is geblokkeerd");
            assertThat(browser.get("/beveiliging").location()).isEqualTo("/inloggen");
        } finally {
            server.block(People.JOOST, false);
        }
    }

    @Test
    void who_guessed_too_often_at_the_password_is_kept_out_with_digid_too() {
        for (int i = 0; i < 6; i++) {
            server.sql("update login_attempts set not_before = now()");
            Journey guess = new Journey(server);
            guess.browser().get("/inloggen");
            guess.password(People.JOOST.username(), "guess");
        }
        try {
            Answer byDigid = trip.comeBack(trip.leave(), DigidTrip.about(JOOST_BSN));

            assertThat(byDigid.status()).isEqualTo(403);
            assertThat(byDigid.body()).contains("Uw account is geblokkeerd");
        } finally {
            server.forgetAttempts();
        }
    }

    @Test
    void a_closed_account_is_not_entered_with_digid() {
        server.sql("update account set closed_at = now() where username = 'joost.prins'");
        try {
            assertThat(trip.comeBack(trip.leave(), DigidTrip.about(JOOST_BSN)).status())
                    .isEqualTo(403);
            assertThat(browser.get("/account").location()).isEqualTo("/inloggen");
        } finally {
            server.sql("update account set closed_at = null where username = 'joost.prins'");
        }
    }

    private static String main(Answer page) {
        return page.body().replaceAll("(?s).*<main(.*)</main>.*", "$1");
    }

    @Test
    void a_hospital_without_a_connection_leads_back_to_the_login_page() {
        browser.get("/inloggen");

        assertThat(browser.submit("/inloggen/digid", Map.of("hospital", "mumc")).location())
                .isEqualTo("/inloggen");
    }
}

package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.ConsentAnswer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.WrittenActs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** "Apps met toegang": which apps get data, and the end of that. */
@TestInstance(Lifecycle.PER_CLASS)
class AppsTest {

    private static final Pattern GRANT = Pattern.compile("name=\"grant\" value=\"([^\"]+)\"");
    private static final String NOTICE = "De toegang van een app tot gegevens bij Inzage is ingetrokken.";

    private final RunningServer server = RunningServer.shared();
    private final App groei = App.groei(server);
    private final WrittenActs written = new WrittenActs(server);
    private final Journey journey = new Journey(server);
    private final Browser browser = journey.browser();

    @BeforeAll
    void logIn() {
        server.forgetAttempts();
        journey.logIn(People.NOOR);
    }

    @BeforeEach
    void noApps() {
        server.sql("update access_grant set revoked_at = now() where principal_name in "
                + "(select id::text from account where username = '" + People.NOOR.username() + "')");
    }

    @Test
    void an_app_that_gets_data_is_listed_in_words() {
        allow(groei);

        assertThat(browser.get("/apps").body())
                .contains(
                        "Groeicurve<",
                        "Bekijken: naam, geboortedatum",
                        "; uitslagen en metingen<",
                        "uzelf",
                        "Laatst gebruikt")
                .doesNotContain("patient/Observation")
                .doesNotContain("Inzage portaal");
        assertThat(browser.get("/account").body()).contains("href=\"/apps\"", "Toestemming gegeven aan een app");
    }

    @Test
    void the_portal_and_requests_that_got_no_token_are_not_listed() {
        App portal = App.portal(server);
        portal.redeem(journey.nextCodeFor(portal));
        ConsentAnswer.to(browser, groei.authorizeAddress()).yes();

        String page = browser.get("/apps").body();

        assertThat(page).contains("Er zijn nu geen apps die gegevens kunnen ophalen.");
        assertThat(GRANT.matcher(page).find()).isFalse();
    }

    @Test
    @Timeout(30)
    void taking_it_back_ends_all_tokens_once_and_is_told_and_written_down() {
        Answer token = allow(groei);
        Answer kept = allow(App.kompas(server));
        int acts = written.own(People.NOOR.username(), "app_access_withdrawn");
        long notices = notices();
        Map<String, String> form = Map.of("grant", grant(token));
        browser.get("/apps");

        List<Answer> answers = Parallel.times(8, () -> browser.submit("/apps/intrekken", form));

        assertThat(answers).allMatch(answer -> answer.location().equals("/apps?melding=ingetrokken"));
        assertThat(Tokens.error(groei.refresh(Tokens.refreshToken(token)))).isEqualTo("400 invalid_grant");
        assertThat(isActive(token)).isFalse();
        assertThat(isActive(kept)).isTrue();
        assertThat(written.own(People.NOOR.username(), "app_access_withdrawn")).isEqualTo(acts + 1);
        assertThat(browser.get("/apps?melding=ingetrokken").body())
                .contains("Binnen een minuut krijgt de app geen gegevens meer.", "Kompas<")
                .doesNotContain("Groeicurve");
        // It is handed over after the answer.
        while (notices() == notices) {
            Thread.onSpinWait();
        }
        assertThat(notices()).isEqualTo(notices + 1);
    }

    @Test
    void what_somebody_else_allowed_is_neither_seen_nor_ended_and_the_answer_is_the_same() {
        Answer token = allow(groei);
        Journey other = new Journey(server);
        other.logIn(People.EVA);

        assertThat(other.browser().get("/apps").body()).doesNotContain(grant(token));
        Answer foreign = other.browser().submit("/apps/intrekken", Map.of("grant", grant(token)));
        Answer unknown = other.browser()
                .submit("/apps/intrekken", Map.of("grant", UUID.randomUUID().toString()));

        assertThat(foreign.location()).isEqualTo(unknown.location()).isEqualTo("/apps?melding=ingetrokken");
        assertThat(isActive(token)).isTrue();
        assertThat(written.own(People.EVA.username(), "app_access_withdrawn")).isZero();
    }

    @Test
    void another_site_cannot_take_it_back_and_the_portal_is_not_ended_here() {
        Answer token = allow(groei);
        App portal = App.portal(server);
        Answer ofPortal = portal.redeem(journey.nextCodeFor(portal));
        browser.get("/apps");

        assertThat(browser.post("/apps/intrekken", Map.of("grant", grant(token)))
                        .status())
                .isEqualTo(403);
        browser.submit("/apps/intrekken", Map.of("grant", grant(ofPortal)));

        assertThat(isActive(token)).isTrue();
        assertThat(isActive(ofPortal)).isTrue();
    }

    @Test
    void who_is_not_logged_in_comes_to_it_after_logging_in() {
        Journey later = new Journey(server);
        assertThat(later.browser().get("/apps").location()).isEqualTo("/inloggen");

        assertThat(later.logIn(People.NOOR).location()).contains("/apps");
    }

    private Answer allow(App app) {
        Answer back = ConsentAnswer.to(browser, app.authorizeAddress()).yes();
        Answer token = app.redeem(back.parameters().get("code"));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return token;
    }

    private static String grant(Answer token) {
        return String.valueOf(Tokens.claims(token, "access_token").getClaim("grant"));
    }

    private boolean isActive(Answer token) {
        return App.fhirServer(server)
                .post(
                        "/oauth2/introspect",
                        Map.of("token", token.json().get("access_token").asText()))
                .json()
                .get("active")
                .asBoolean();
    }

    private long notices() {
        return server.sms().texts(People.NOOR.phone()).stream()
                .filter(text -> text.startsWith(NOTICE))
                .count();
    }
}

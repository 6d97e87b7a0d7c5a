package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.ConsentAnswer;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.Parallel;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TestClients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An app of somebody else gets data only after the person said yes, each time, and no more than the person left. */
@TestInstance(Lifecycle.PER_CLASS)
class ConsentTest {

    private static final String CATEGORY = "?category=http://terminology.hl7.org/CodeSystem/observation-category|";

    private final RunningServer server = RunningServer.shared();
    private final App groei = App.groei(server);
    private final App kompas = App.kompas(server);
    private final Journey journey = new Journey(server);
    private final Browser browser = journey.browser();

    @BeforeAll
    void logIn() {
        server.forgetAttempts();
        journey.logIn(People.CARLA);
    }

    @Test
    void the_page_names_the_app_and_the_dossier_and_says_in_words_what_it_may() {
        ConsentAnswer consent = asked(groei);

        assertThat(consent.page().body())
                .contains("Mag Groeicurve gegevens gebruiken?")
                .contains("<dt>Dossier van</dt><dd>uzelf</dd>")
                .contains("Uitslagen en metingen<")
                .contains("Naam, geboortedatum, adres en andere persoonlijke gegevens<")
                .contains("ook gegevens ophalen als u niet bent ingelogd")
                .doesNotContain("patient/Observation.read<");
        assertThat(consent.data()).containsExactly("read Patient", "read Observation");
    }

    @Test
    void after_yes_the_public_app_gets_tokens_in_its_own_words_and_can_refresh() {
        Answer back = asked(groei).yes();
        Answer token = groei.redeem(back.parameters().get("code"));

        assertThat(back.location()).startsWith(TestClients.APP_REDIRECT + "&code=");
        assertThat(back.parameters()).containsEntry("iss", server.issuer().toString());
        assertThat(scopes(token))
                .containsExactlyInAnyOrder("patient/Observation.read", "patient/Patient.read", "offline_access");
        assertThat(token.json().get("patient").asText()).isEqualTo(People.CARLA.fhirId());
        assertThat(token.json().has("id_token")).isFalse();

        Answer refreshed = groei.refresh(Tokens.refreshToken(token));
        assertThat(refreshed.status()).isEqualTo(200);

        Answer withoutClientId = new Browser(server.issuer())
                .post(
                        "/oauth2/token",
                        Map.of("grant_type", "refresh_token", "refresh_token", Tokens.refreshToken(refreshed)));
        assertThat(withoutClientId.status()).isEqualTo(200);
    }

    @Test
    void a_wildcard_stays_one_when_nothing_is_left_out() {
        assertThat(scopes(granted(asked(kompas))))
                .containsExactlyInAnyOrder("launch/patient", "openid", "fhirUser", "offline_access", "patient/*.rs");
    }

    @Test
    void what_is_unticked_is_not_granted_and_no_wildcard_is_left() {
        ConsentAnswer consent = asked(kompas);
        assertThat(consent.data()).hasSizeGreaterThan(30);

        Answer token = granted(consent.without("read Condition"));

        assertThat(scopes(token))
                .contains("patient/Observation.rs", "patient/Patient.rs", "openid")
                .doesNotContain("patient/Condition.rs", "patient/*.rs")
                .hasSize(consent.data().size() + 4);
        assertThat(introspected(token).get("scope").asText()).isEqualTo(scope(token));
    }

    @ParameterizedTest
    @CsvSource({"LABORATORY,laboratory", "VITAL_SIGNS,vital-signs"})
    void results_can_be_shared_without_measurements_and_the_other_way_round(String choice, String category) {
        Answer token = granted(asked(groei).choosing("results", choice));

        assertThat(scopes(token))
                .containsExactlyInAnyOrder(
                        "patient/Observation.rs" + CATEGORY + category, "patient/Patient.read", "offline_access");
    }

    @Test
    void what_may_be_changed_is_asked_apart() {
        App writing = kompas.asking("patient/Observation.cruds patient/Patient.r");

        Answer token = granted(asked(writing).without("write Observation"));

        assertThat(scopes(token)).containsExactlyInAnyOrder("patient/Observation.rs", "patient/Patient.r");
    }

    @Test
    void with_nothing_ticked_and_no_end_chosen_the_page_says_so_beside_the_fields() {
        Answer again = asked(groei).withNothing().choosing("term", "").yes();

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body())
                .contains("id=\"data-error\"", "id=\"term-error\"", "Kies wat de app mag gebruiken.")
                .contains("<title>Fout: ");
    }

    @ParameterizedTest
    @CsvSource({"DAYS_30,30", "DAYS_90,90", "YEAR,365"})
    void access_that_lasts_ends_when_the_person_said(String term, long days) {
        Answer token = granted(asked(groei).choosing("term", term));
        Instant end = Instant.parse(server.text("select to_char(expires_at at time zone 'UTC', "
                + "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from issued_token where kind = 'refresh' and grant_id = '"
                + Tokens.claims(token, "access_token").getClaim("grant") + "'"));

        assertThat(Duration.between(server.clock().instant(), end))
                .isBetween(Duration.ofDays(days).minusMinutes(5), Duration.ofDays(days));
    }

    @Test
    void as_long_as_the_login_lasts_is_online_access_where_the_app_has_that_and_else_no_refresh() {
        Answer online = granted(asked(kompas).choosing("term", "LOGIN"));
        Answer none = granted(asked(groei).choosing("term", "LOGIN"));

        assertThat(scopes(online)).contains("online_access").doesNotContain("offline_access");
        assertThat(online.json().has("refresh_token")).isTrue();
        assertThat(scopes(none)).doesNotContain("online_access", "offline_access");
        assertThat(none.json().has("refresh_token")).isFalse();
    }

    @Test
    void after_no_the_app_hears_access_denied() {
        Answer back = asked(groei).no();

        assertThat(back.location()).startsWith(TestClients.APP_REDIRECT + "&error=access_denied");
        assertThat(back.parameters())
                .containsEntry("state", groei.request().get("state"))
                .containsEntry("iss", server.issuer().toString())
                .doesNotContainKey("code");
    }

    @Test
    void a_yes_is_asked_again_next_time() {
        asked(groei).yes();

        assertThat(browser.get(groei.authorizeAddress()).location()).contains("/toestemming?");
    }

    @Test
    void an_app_that_only_wants_to_know_who_somebody_is_needs_a_yes_as_well() {
        ConsentAnswer consent = asked(groei.asking("openid"));

        assertThat(consent.page().body()).contains("Herkennen dat u het bent").doesNotContain("Dossier van");
        assertThat(granted(consent).json().has("patient")).isFalse();
    }

    @Test
    void of_eight_parallel_answers_one_counts() {
        ConsentAnswer consent = asked(groei);

        List<Answer> answers = Parallel.times(8, consent::yes);

        assertThat(answers).filteredOn(answer -> answer.status() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(7);
        assertThat(consent.no().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"read Condition", "write Observation", "read *", "nonsense"})
    void a_form_cannot_add_to_what_was_asked(String kind) {
        assertThat(asked(groei).with(kind).yes().status()).isEqualTo(400);
    }

    @Test
    void a_form_cannot_name_another_dossier_than_the_page_did() {
        assertThat(asked(groei).choosing("patient", People.EVA.fhirId()).yes().status())
                .isEqualTo(400);
    }

    @Test
    void the_endpoint_of_the_library_takes_no_answers() {
        String state = asked(groei).state();

        Answer around =
                browser.postForm("/oauth2/authorize", state + "&client_id=groei&scope=patient%2FObservation.read");

        assertThat(around.status()).isEqualTo(400);
    }

    @Test
    void somebody_else_cannot_see_or_answer_it_and_nobody_without_the_page() {
        ConsentAnswer consent = asked(groei);
        Journey other = new Journey(server);
        other.logIn(People.EVA);
        other.browser().get("/account");

        assertThat(other.browser().get("/toestemming?" + consent.state()).status())
                .isEqualTo(400);
        assertThat(other.browser().get("/toestemming/wie?" + consent.state()).status())
                .isEqualTo(400);
        assertThat(consent.yesIn(other.browser()).status()).isEqualTo(400);
        assertThat(browser.postForm("/toestemming?" + consent.state(), "data=read+Patient&term=YEAR")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_old_page_counts_no_more() {
        ConsentAnswer consent = asked(groei);
        server.sql("update issued_token set expires_at = now() - interval '1 second' where kind = 'state'");

        assertThat(consent.yes().status()).isEqualTo(400);
    }

    private ConsentAnswer asked(App app) {
        return ConsentAnswer.to(browser, app.authorizeAddress());
    }

    /** Says yes, and lets the app redeem its code. */
    private Answer granted(ConsentAnswer consent) {
        Answer back = consent.yes();
        assertThat(back.parameters()).as(back.status() + back.body()).containsKey("code");
        App app = back.location().startsWith(TestClients.LAUNCHED_REDIRECT) ? kompas : groei;
        Answer token = app.redeem(back.parameters().get("code"));
        assertThat(token.status()).as(token.body()).isEqualTo(200);
        return token;
    }

    private static String[] scopes(Answer token) {
        return token.json().get("scope").asText().split(" ");
    }

    private static String scope(Answer token) {
        JWTClaimsSet claims = Tokens.claims(token, "access_token");
        return String.valueOf(claims.getClaim("scope"));
    }

    private com.fasterxml.jackson.databind.JsonNode introspected(Answer token) {
        return App.fhirServer(server)
                .post(
                        "/oauth2/introspect",
                        Map.of("token", token.json().get("access_token").asText()))
                .json();
    }
}

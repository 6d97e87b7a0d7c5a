package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A person opens an app from "Mijn apps" (SMART 2.2, EHR launch): the app learns whose dossier it is, once. */
@TestInstance(Lifecycle.PER_CLASS)
class LaunchTest {

    private final RunningServer server = RunningServer.shared();
    private final App kompas = App.kompas(server).asking("launch openid fhirUser online_access patient/Observation.rs");
    private final Journey journey = new Journey(server);
    private final Browser browser = journey.browser();

    @BeforeAll
    void logIn() {
        server.forgetAttempts();
        journey.logIn(People.LOTTE);
    }

    @Test
    void the_app_is_opened_with_this_fhir_server_and_a_handle_that_says_nothing() {
        assertThat(browser.get("/apps").body()).contains("Kompas").doesNotContain("Groeicurve");

        Answer opened = open();

        assertThat(opened.location()).startsWith(server.portal().launch() + "&iss=");
        assertThat(opened.parameters()).containsEntry("iss", server.narrowDoor());
        assertThat(opened.parameters().get("launch")).matches("[A-Za-z0-9_-]{43}");
        assertThat(server.count("launch where hash = '" + opened.parameters().get("launch") + "'"))
                .isZero();
    }

    @Test
    void the_app_gets_the_dossier_of_the_launch_and_the_looks_after_a_yes_and_at_refresh_too() {
        Answer back =
                ConsentAnswer.to(browser, kompas.launchedAddress(handle())).yes();
        Answer token = kompas.redeem(back.parameters().get("code"));

        assertThat(token.json().get("patient").asText()).isEqualTo(People.LOTTE.fhirId());
        assertThat(token.json().get("need_patient_banner").asBoolean()).isTrue();
        String style = token.json().get("smart_style_url").asText();
        Answer looks = new Browser(server.issuer()).get(style, Map.of("Origin", "https://elsewhere.example"));
        assertThat(looks.json().has("color_background")).isTrue();
        assertThat(looks.header("Access-Control-Allow-Origin")).isEqualTo("*");

        Answer refreshed = kompas.refresh(Tokens.refreshToken(token));
        assertThat(refreshed.json().get("patient").asText()).isEqualTo(People.LOTTE.fhirId());
        assertThat(refreshed.json().get("smart_style_url").asText()).isEqualTo(style);
    }

    @Test
    void of_eight_parallel_requests_with_one_handle_one_comes_to_the_question() {
        String address = kompas.launchedAddress(handle());

        List<Answer> answers = Parallel.times(8, () -> browser.get(address));

        assertThat(answers)
                .filteredOn(answer -> answer.location().contains("/toestemming?"))
                .hasSize(1);
        assertThat(answers).filteredOn(LaunchTest::isRefused).hasSize(7);
    }

    @Test
    void a_new_handle_takes_the_place_of_the_one_before() {
        String first = handle();
        String second = handle();

        assertThat(asked(first)).matches(LaunchTest::isRefused);
        assertThat(asked(second).location()).contains("/toestemming?");
    }

    @Test
    void a_handle_is_refused_when_it_is_old() {
        String handle = handle();
        server.sql("update launch set expires_at = now() - interval '1 second'");

        assertThat(asked(handle)).matches(LaunchTest::isRefused);
    }

    @Test
    void somebody_elses_handle_opens_nothing_and_stays_good_for_its_owner() {
        String handle = handle();
        Journey other = new Journey(server);
        other.logIn(People.EVA);

        assertThat(other.browser().get(kompas.launchedAddress(handle))).matches(LaunchTest::isRefused);
        assertThat(asked(handle).location()).contains("/toestemming?");
    }

    @Test
    void a_handle_of_another_app_is_refused() {
        String handle = handle();
        server.sql("update launch set client_id = 'groei' where client_id = 'kompas'");

        assertThat(asked(handle)).matches(LaunchTest::isRefused);
    }

    @Test
    void nonsense_and_no_handle_at_all_are_refused_alike() {
        assertThat(asked("nonsense")).matches(LaunchTest::isRefused);
        assertThat(asked("")).matches(LaunchTest::isRefused);
        assertThat(browser.get(kompas.authorizeAddress())).matches(LaunchTest::isRefused);
        assertThat(browser.get(kompas.launchedAddress(handle()) + "&launch=twice"))
                .matches(LaunchTest::isRefused);
    }

    @Test
    void without_a_handle_the_app_may_ask_for_a_dossier_itself() {
        App either = App.kompas(server).asking("launch launch/patient patient/Observation.rs");

        assertThat(browser.get(either.authorizeAddress()).location()).contains("/toestemming?");
    }

    @Test
    void a_browser_cannot_bring_a_patient_of_its_own() {
        String address = App.kompas(server).authorizeAddress() + "&nl.inzage.auth.token.LaunchContext="
                + People.EVA.fhirId() + "&patient=" + People.EVA.fhirId();

        Answer back = ConsentAnswer.to(browser, address).yes();

        assertThat(kompas.redeem(back.parameters().get("code"))
                        .json()
                        .get("patient")
                        .asText())
                .isEqualTo(People.LOTTE.fhirId());
    }

    @Test
    void only_an_app_that_says_where_it_is_opened_can_be_and_only_from_the_page() {
        browser.get("/apps");

        assertThat(browser.submit("/apps/openen", Map.of("app", "groei")).status())
                .isEqualTo(404);
        assertThat(browser.submit("/apps/openen", Map.of("app", "kompas", "patient", People.EVA.fhirId()))
                        .location())
                .isEmpty();
        assertThat(browser.post("/apps/openen", Map.of("app", "kompas")).status())
                .isEqualTo(403);
    }

    private Answer open() {
        browser.get("/apps");
        return browser.submit("/apps/openen", Map.of("app", "kompas"));
    }

    private String handle() {
        return open().parameters().get("launch");
    }

    private Answer asked(String handle) {
        return browser.get(kompas.launchedAddress(handle));
    }

    private static boolean isRefused(Answer answer) {
        return answer.location().startsWith(TestClients.LAUNCHED_REDIRECT)
                && "invalid_request".equals(answer.parameters().get("error"))
                && answer.parameters().containsKey("iss");
    }
}

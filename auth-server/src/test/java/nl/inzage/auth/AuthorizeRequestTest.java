package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import nl.inzage.auth.support.TestClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an authorization request must be, and what happens to one that is not. */
class AuthorizeRequestTest {

    private final RunningServer server = RunningServer.shared();
    private final App portal = App.portal(server);
    private final Browser browser = new Browser(server.issuer());

    @Test
    void a_correct_request_of_nobody_leads_to_the_login_page() {
        assertThat(authorize(portal.request()).location()).isEqualTo("/inloggen");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("code_challenge", "", "invalid_request"),
                Arguments.of("code_challenge", "a", "invalid_request"),
                Arguments.of("code_challenge_method", "plain", "invalid_request"),
                Arguments.of("code_challenge_method", "", "invalid_request"),
                Arguments.of("aud", "", "invalid_request"),
                Arguments.of("aud", "http://localhost:8081/ehr", "invalid_request"),
                Arguments.of("aud", "https://elsewhere.example/fhir", "invalid_request"),
                Arguments.of("resource", "https://elsewhere.example/fhir", "invalid_request"),
                Arguments.of("scope", "system/*.rs", "invalid_scope"),
                Arguments.of("scope", "patient/*.cruds user/*.rs", "invalid_scope"),
                Arguments.of("scope", "", "invalid_scope"),
                Arguments.of("scope", observationsByCode(101), "invalid_scope"));
    }

    private static String observationsByCode(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(code -> "patient/Observation.rs?code=" + code)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}={1} is {2}")
    @MethodSource("faults")
    void a_fault_goes_back_to_the_app_with_state_and_issuer(String parameter, String value, String error) {
        Map<String, String> request = portal.request();
        request.put(parameter, value);
        if (value.isEmpty()) {
            request.remove(parameter);
        }

        Answer answer = authorize(request);

        assertThat(answer.location()).startsWith(TestClients.PORTAL_REDIRECT + "?error=");
        assertThat(answer.parameters())
                .containsEntry("error", error)
                .containsEntry("state", request.get("state"))
                .containsEntry("iss", server.issuer().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/login/smarT",
                "http://localhost:8080/login/smart/",
                "http://localhost:8080/login/smart/../smart",
                "http://localhost:8080/login/smart?x=1",
                "http://localhost:8080/login/smart#x",
                "http://localhost:8081/login/smart",
                "http://x@localhost:8080/login/smart",
                "https://localhost:8080/login/smart",
                "http://127.0.0.1:8080/login/smart",
                "javascript:alert(1)",
                ""
            })
    void a_redirect_address_that_differs_in_one_byte_is_told_to_the_person_only(String address) {
        Map<String, String> request = portal.request();
        request.put("redirect_uri", address);

        Answer answer = authorize(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(answer.body()).contains("Dit verzoek klopt niet").doesNotContain("Exception");
    }

    @Test
    void a_loopback_app_gets_no_other_port_than_the_registered_one() {
        Map<String, String> request = App.groei(server).request();
        request.put("redirect_uri", TestClients.APP_REDIRECT.replace("7777", "7778"));

        assertThat(authorize(request).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "ehr-ec", ""})
    void an_unknown_client_or_a_system_is_told_to_the_person_only(String client) {
        Map<String, String> request = portal.request();
        request.put("client_id", client);

        assertThat(authorize(request).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 9_000})
    void a_state_that_cannot_be_carried_back_is_told_to_the_person_only(int length) {
        Map<String, String> request = portal.request();
        request.put("state", "s".repeat(length));

        assertThat(authorize(request).status()).isEqualTo(400);
        assertThat(browser.post("/oauth2/authorize", request).status()).isIn(303, 400);
    }

    @Test
    void a_request_that_is_kept_elsewhere_is_not_fetched() {
        Map<String, String> request = portal.request();
        request.put("request_uri", "urn:ietf:params:oauth:request_uri:abc");

        Answer answer = authorize(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void a_client_may_say_resource_instead_of_aud() {
        Map<String, String> request = portal.request();
        request.put("resource", request.remove("aud"));

        assertThat(authorize(request).location()).isEqualTo("/inloggen");
    }

    @Test
    void a_parameter_may_not_come_twice() {
        String twice = "/oauth2/authorize?" + Browser.form(portal.request()) + "&aud=https%3A%2F%2Felsewhere.example";

        assertThat(browser.get(twice).parameters()).containsEntry("error", "invalid_request");
    }

    @Test
    void a_posted_request_becomes_the_same_one_by_get() {
        Answer answer = browser.post("/oauth2/authorize", portal.request());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.parameters()).isEqualTo(portal.request());
        assertThat(browser.get(answer.location()).location()).isEqualTo("/inloggen");
    }

    @Test
    void prompt_none_without_a_login_shows_no_page() {
        Map<String, String> request = portal.request();
        request.put("prompt", "none");

        assertThat(authorize(request).parameters()).containsEntry("error", "login_required");
    }

    @Test
    void an_access_token_logs_nobody_in() throws Exception {
        String code = new Journey(server).codeFor(portal, People.EVA);
        String token = portal.redeem(code).json().get("access_token").asText();

        Answer answer = browser.get(portal.authorizeAddress(), Map.of("Authorization", "Bearer " + token));

        assertThat(answer.location()).isEqualTo("/inloggen");
    }

    @Test
    void a_registered_wildcard_covers_a_part_in_the_words_asked() {
        App asking = portal.asking("openid patient/Observation.read patient/*.cruds "
                + "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory "
                + "patient/Observation.r?code=a,b user/Patient.r");
        String code = new Journey(server).codeFor(asking, People.EVA);

        Answer token = asking.redeem(code);

        assertThat(token.json().get("scope").asText().split(" "))
                .containsExactlyInAnyOrder(
                        "openid",
                        "patient/Observation.read",
                        "patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory",
                        "patient/Observation.r?code=a,b");
        assertThat(token.json().has("refresh_token")).isFalse();
        assertThat(token.json().get("patient").asText()).isEqualTo(People.EVA.fhirId());
    }

    @Test
    void an_employee_gets_no_patient_scopes_and_no_patient() throws Exception {
        String code = new Journey(server).codeFor(portal, People.DESK);

        Answer token = portal.redeem(code);

        assertThat(token.json().get("scope").asText().split(" "))
                .containsExactlyInAnyOrder("openid", "fhirUser", "online_access");
        assertThat(token.json().has("patient")).isFalse();
        assertThat(Tokens.claims(token, "access_token").getStringClaim("fhirUser"))
                .isEqualTo("Practitioner/" + People.DESK.fhirId());
        assertThat(Tokens.claims(token, "access_token").getClaim("patient")).isNull();
    }

    private Answer authorize(Map<String, String> parameters) {
        return browser.get("/oauth2/authorize?" + Browser.form(parameters));
    }
}

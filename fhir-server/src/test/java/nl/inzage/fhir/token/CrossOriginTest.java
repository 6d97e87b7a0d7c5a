package nl.inzage.fhir.token;

import static nl.inzage.fhir.TestIssuer.APP_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeMap;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which pages of other sites can read what the doors answer. */
@FhirServerTest
class CrossOriginTest {

    private static final String CONDITIONS = "/fhir/Condition?patient=anna";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private RegisteredOrigins origins;

    @BeforeEach
    void askTheAuthorizationServer() {
        origins.ask();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "token, GET, /fhir/Condition?patient=anna, 200",
        "token, HEAD, /fhir/Condition?patient=anna, 200",
        "token, POST, /fhir/Condition/_search, 415",
        "token, GET, /fhir/Condition/none, 404",
        "token, GET, /fhir/Nonsense, 404",
        "token, GET, /fhir/Observation?patient=anna, 403",
        "token, PUT, /fhir/Condition/none, 405",
        "token, GET, /fhir//Condition, 400",
        "none, GET, /fhir/Condition?patient=anna, 401",
        "bad, GET, /fhir/Condition?patient=anna, 401"
    })
    void a_registered_page_reads_what_there_is_and_each_refusal(String who, String method, String path, int status) {
        Answer answer = caller(who).send(method, path, "", "Origin", APP_ORIGIN);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header(ALLOWED)).isEqualTo(APP_ORIGIN);
        assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("ETag, Location, Content-Location");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.http().headers().allValues("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "https://app.example.elsewhere.example",
                "http://app.example",
                "https://app.example:8443",
                "https://APP.example",
                "null",
                "*"
            })
    void a_page_from_elsewhere_reads_nothing(String origin) {
        assertThat(caller("token").get(CONDITIONS, "Origin", origin).header(ALLOWED))
                .isEmpty();
        assertThat(preflight(CONDITIONS, origin).header(ALLOWED)).isEmpty();
    }

    @Test
    void a_registered_page_is_told_what_it_may_send() {
        Answer answer = preflight(CONDITIONS, APP_ORIGIN);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header(ALLOWED)).isEqualTo(APP_ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .isEqualTo("Authorization, Accept, Content-Type, If-None-Match, Prefer");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void at_the_full_door_no_page_reads_anything() {
        assertThat(client.ehrOf("linde")
                        .get("/ehr/Patient", "Origin", APP_ORIGIN)
                        .header(ALLOWED))
                .isEmpty();
        assertThat(preflight("/ehr/Patient", APP_ORIGIN).header(ALLOWED)).isEmpty();
    }

    @Test
    void the_documents_are_for_any_page() {
        for (String document : Set.of("/fhir/metadata", "/fhir/.well-known/smart-configuration")) {
            assertThat(client.anonymous()
                            .get(document, "Origin", "https://elsewhere.example")
                            .header(ALLOWED))
                    .isEqualTo("*");
        }
    }

    @Test
    void the_answer_to_who_names_no_origin_holds_nothing_of_it() {
        Answer without = caller("token").get(CONDITIONS);
        TreeMap<String, Object> names = new TreeMap<>(without.http().headers().map());

        assertThat(names.keySet()).noneMatch(name -> name.startsWith("access-control"));
        assertThat(without.http().headers().allValues("Vary")).containsExactly("Accept, Accept-Encoding");
        assertThat(without.body())
                .isEqualTo(caller("token").get(CONDITIONS, "Origin", APP_ORIGIN).body());
    }

    private Answer preflight(String path, String origin) {
        return client.anonymous().send("OPTIONS", path, "", "Origin", origin, "Access-Control-Request-Method", "GET");
    }

    private Caller caller(String who) {
        return switch (who) {
            case "token" -> client.with(issuer.patientToken("linde", "anna", "patient/Condition.rs"));
            case "bad" -> client.with("x.y.z");
            default -> client.anonymous();
        };
    }
}

package nl.inzage.fhir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.Push;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Clinicians and staff at the full door, and what it means at the narrow one. */
@FhirServerTest
class ReleaseOperationsTest {

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    private Caller ehr;
    private Caller person;
    private String patient;
    private String result;

    @BeforeEach
    void aResultOfToday() {
        ehr = client.ehrOf("linde");
        patient = idOf(ehr.post("/ehr/Patient", Push.patient(Push.unique())));
        result = idOf(ehr.post("/ehr/Observation", glucose(Instant.now())));
        person = client.with(issuer.patientToken("linde", patient, "openid fhirUser patient/*.rs"));
    }

    @Test
    void a_clinician_shows_a_result_at_once_and_cannot_take_it_back() {
        assertThat(visible()).isFalse();

        Answer released = ehr.post("/ehr/Observation/" + result + "/$release-now", parameters(""));
        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(value(released, "visible", "valueBoolean").asBoolean()).isTrue();
        assertThat(visible()).isTrue();

        hold(Instant.now().plus(Duration.ofDays(3)).toString());
        assertThat(visible()).isTrue();
    }

    @Test
    void a_hold_moves_the_release_and_is_in_the_report_for_staff() {
        Instant until = Instant.now().plus(Duration.ofDays(20)).truncatedTo(ChronoUnit.SECONDS);
        Answer held = hold(until.toString());

        assertThat(held.status()).as(held.body()).isEqualTo(200);
        assertThat(Instant.parse(value(held, "ordinaryFrom", "valueInstant").asText()))
                .isEqualTo(until);
        assertThat(held.body()).contains("HELD_BY_CLINICIAN", "results.longestHoldDays", "zorgverlener");
        Answer report = ehr.get("/ehr/Observation/$not-released?count=200");
        assertThat(report.body()).contains("Observation/" + result, "Patient/" + patient);
        assertThat(client.ehrOf("umcg").get("/ehr/Observation/$not-released").body())
                .doesNotContain(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-22", "2020-01-01T10:00:00Z", "morgen"})
    void a_hold_without_a_moment_in_the_future_is_refused_and_writes_nothing(String until) {
        Answer before = why("patient");
        Answer refused =
                until.isEmpty() ? ehr.post("/ehr/Observation/" + result + "/$hold", parameters("")) : hold(until);

        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(value(why("patient"), "ordinaryFrom", "valueInstant"))
                .isEqualTo(value(before, "ordinaryFrom", "valueInstant"));
    }

    @Test
    void another_hospitals_result_does_not_exist_and_the_scope_must_allow_it() {
        Caller other = client.ehrOf("umcg");
        for (String operation : List.of("$release-now", "$hold", "$why-not-visible")) {
            String body = operation.equals("$hold") ? until("2099-01-01T00:00:00Z") : parameters("");
            assertThat(other.post("/ehr/Observation/" + result + "/" + operation, body)
                            .status())
                    .isEqualTo(404);
            assertThat(ehr.post("/ehr/Observation/nothing-here/" + operation, body)
                            .status())
                    .isEqualTo(404);
        }
        Caller reader = client.with(issuer.systemToken("linde", "system/*.rs"));
        assertThat(reader.post("/ehr/Observation/" + result + "/$release-now", parameters(""))
                        .status())
                .isEqualTo(403);
        assertThat(reader.get("/ehr/Observation/" + result + "/$why-not-visible")
                        .status())
                .isEqualTo(200);
        assertThat(person.get("/fhir/Observation/" + result + "/$why-not-visible")
                        .status())
                .isBetween(400, 405);
        assertThat(visible()).isFalse();
    }

    @Test
    void staff_are_told_why_a_result_is_not_visible_for_whom_and_from_when() {
        Answer now = why("patient");

        assertThat(value(now, "visible", "valueBoolean").asBoolean()).isFalse();
        assertThat(value(now, "track", "valueCode").asText()).isEqualTo("ordinary");
        assertThat(now.body()).contains("\"EMBARGO\"", "results.embargoDays", "wacht een aantal dagen");
        Answer later = ehr.get("/ehr/Observation/" + result + "/$why-not-visible?viewer=delegate&moment="
                + Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
        assertThat(value(later, "visible", "valueBoolean").asBoolean()).isTrue();
        assertThat(why("nobody").status()).isEqualTo(400);
    }

    @Test
    void the_report_is_paged_and_names_what_a_person_must_solve() {
        for (int i = 0; i < 3; i++) {
            hold(Instant.now().plus(Duration.ofDays(9)).toString());
            result = idOf(ehr.post("/ehr/Observation", glucose(Instant.now())));
        }
        Answer page = ehr.get("/ehr/Observation/$not-released?count=2");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        String next = value(page, "next", "valueString").asText();
        assertThat(next).isNotEmpty();
        Answer second = ehr.post(
                "/ehr/Observation/$not-released", parameters("{\"name\":\"after\",\"valueString\":\"" + next + "\"}"));
        assertThat(second.body()).contains("hidden");
        assertThat(ehr.get("/ehr/Observation/$not-released?count=0").status()).isEqualTo(400);
    }

    private boolean visible() {
        return person.get("/fhir/Observation/" + result).status() == 200;
    }

    private Answer why(String viewer) {
        return ehr.get("/ehr/Observation/" + result + "/$why-not-visible?viewer=" + viewer);
    }

    private Answer hold(String until) {
        return ehr.post("/ehr/Observation/" + result + "/$hold", until(until));
    }

    private static String until(String moment) {
        return parameters("{\"name\":\"until\",\"valueDateTime\":\"" + moment + "\"}");
    }

    private static String parameters(String parameter) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[" + parameter + "]}";
    }

    private String glucose(Instant issued) {
        return Push.glucose(Push.unique(), "Patient/" + patient)
                .replace(
                        "2026-10-02T15:30:00+02:00",
                        issued.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static JsonNode value(Answer answer, String name, String type) {
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter.path(type);
            }
        }
        return answer.json().path("nothing");
    }

    private static String idOf(Answer created) {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String[] location = created.header("Location").split("/_history/", 2)[0].split("/", -1);
        return location[location.length - 1];
    }
}

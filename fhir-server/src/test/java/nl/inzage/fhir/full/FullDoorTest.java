package nl.inzage.fhir.full;

import static nl.inzage.fhir.Push.entry;
import static nl.inzage.fhir.Push.glucose;
import static nl.inzage.fhir.Push.patient;
import static nl.inzage.fhir.Push.transaction;
import static nl.inzage.fhir.Push.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FhirServerTest
class FullDoorTest {

    @Autowired
    private TestClient client;

    private Caller ehr;

    @BeforeEach
    void theEhrOfDeLinde() {
        ehr = client.ehrOf("linde");
    }

    @Test
    void aTransactionComesInWholeWithItsReferencesResolvedAndUnguessableIds() {
        String person = "urn:uuid:" + unique();
        Answer answer = ehr.post(
                "/ehr",
                transaction(
                        entry(person, patient(unique()), "POST", "Patient"),
                        entry("urn:uuid:" + unique(), glucose(unique(), person), "POST", "Observation")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String[] location =
                answer.json().at("/entry/0/response/location").asText().split("/", -1);
        assertThat(UUID.fromString(location[1]).version()).isEqualTo(4);
        String observation = answer.json().at("/entry/1/response/location").asText();
        assertThat(ehr.get("/ehr/" + observation)
                        .json()
                        .at("/subject/reference")
                        .asText())
                .isEqualTo("Patient/" + location[1]);
    }

    @Test
    void aSecondPushOfTheSameTransactionChangesNothing() {
        String number = unique();
        String person = "urn:uuid:" + unique();
        String bundle = transaction(
                entry(person, patient(number), "PUT", "Patient?identifier=https://linde.example/id/patient|" + number),
                entry(
                        "urn:uuid:" + unique(),
                        glucose(number, person),
                        "PUT",
                        "Observation?identifier=https://linde.example/id/result|" + number));

        Answer first = ehr.post("/ehr", bundle);
        Answer second = ehr.post("/ehr", bundle);

        assertThat(first.json().findValuesAsText("status")).containsExactly("201 Created", "201 Created");
        assertThat(second.json().findValuesAsText("status")).containsExactly("200 OK", "200 OK");
        assertThat(second.json().findValuesAsText("etag")).containsExactly("1", "1");
    }

    @Test
    void anEntryThatFailsTakesTheWholeTransactionWithIt() {
        String number = unique();
        Answer answer = ehr.post(
                "/ehr",
                transaction(
                        entry("urn:uuid:" + unique(), patient(number), "POST", "Patient"),
                        entry("urn:uuid:" + unique(), glucose(unique(), "Patient/none"), "POST", "Observation")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(ehr.get("/ehr/Patient?identifier=" + number).json().has("entry"))
                .isFalse();
    }

    @Test
    void aConditionalCreateSentTwiceMakesOneResource() {
        String number = unique();
        String condition = "identifier=https://linde.example/id/patient|" + number;

        Answer first = ehr.post("/ehr/Patient", patient(number), "If-None-Exist", condition);
        Answer second = ehr.post("/ehr/Patient", patient(number), "If-None-Exist", condition);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(ehr.get("/ehr/Patient?identifier=" + number).json().at("/entry"))
                .hasSize(1);
    }

    @Test
    void aReferenceByConditionFindsTheResource() {
        String number = unique();
        ehr.post("/ehr/Patient", patient(number));

        Answer answer = ehr.post(
                "/ehr",
                transaction(entry(
                        "urn:uuid:" + unique(),
                        glucose(unique(), "Patient?identifier=https://linde.example/id/patient|" + number),
                        "POST",
                        "Observation")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void whatIsReferredToCannotBeDeleted() {
        String id = ehr.post("/ehr/Patient", patient(unique())).json().at("/id").asText();
        ehr.post("/ehr/Observation", glucose(unique(), "Patient/" + id));

        assertThat(ehr.delete("/ehr/Patient/" + id).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$everything",
                "$meta",
                "$graphql?query=%7B%7D",
                "$lastn",
                "$expand",
                "_history",
                "$export",
                "$get-resource-counts"
            })
    void whatIsNotOnTheListIsNotThere(String what) {
        String id = ehr.post("/ehr/Patient", patient(unique())).json().at("/id").asText();

        assertThat(ehr.get("/ehr/" + what).status()).isIn(400, 404, 405);
        assertThat(ehr.get("/ehr/Patient/" + what).status()).isIn(400, 404, 405);
        if (!what.equals("_history")) {
            assertThat(ehr.get("/ehr/Patient/" + id + "/" + what).status()).isIn(400, 404, 405);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SearchParameter", "StructureDefinition", "Subscription", "AuditEvent", "CodeSystem"})
    void definitionsAndOurOwnRecordsAreNotKeptForHospitals(String type) {
        String body = "{\"resourceType\": \"%s\", \"status\": \"active\"}".formatted(type);

        assertThat(ehr.get("/ehr/" + type).status()).isEqualTo(404);
        assertThat(ehr.post("/ehr/" + type, body).status()).isEqualTo(404);
        assertThat(ehr.post("/ehr", transaction(entry("urn:uuid:" + unique(), body, "POST", type)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET|Patient/$everything",
                "GET|_history",
                "DELETE|Patient?identifier=1",
                "PATCH|Patient?identifier=1",
                "POST|Patient/$validate",
                "GET|Patient/1?_pretty=true",
                "PUT|http://elders.example/Patient/1",
                "HEAD|Patient/1"
            })
    void anEntryThatIsNotOnTheListIsRefused(String entry) {
        String[] parts = entry.split("\\|", -1);

        Answer answer = ehr.post("/ehr", transaction(entry(parts[0], parts[1])));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Bundle.entry[0]");
    }

    @Test
    void aBatchAndADoubleChangeAreRefused() {
        String condition = "Patient?identifier=" + unique();
        String change = entry("urn:uuid:" + unique(), patient(unique()), "PUT", condition);

        assertThat(ehr.post("/ehr", transaction(change).replace("transaction", "batch"))
                        .status())
                .isEqualTo(400);
        assertThat(ehr.post("/ehr", transaction(change, change)).body()).contains("Bundle.entry[1]");
    }

    @Test
    void readsInsideATransactionAnswer() {
        String number = unique();
        String id = ehr.post("/ehr/Patient", patient(number)).json().at("/id").asText();

        Answer answer = ehr.post(
                "/ehr", transaction(entry("GET", "Patient/" + id), entry("GET", "Patient?identifier=" + number)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/entry/0/resource/id").asText()).isEqualTo(id);
        assertThat(answer.json().at("/entry/1/resource/total").asInt()).isEqualTo(1);
    }

    @Test
    void aBodyThatIsTooLongOrPackedIsRefusedBeforeItIsRead() {
        String padding = " ".repeat((int) BodyLimit.BYTES);

        assertThat(ehr.post("/ehr/Patient", patient(unique()) + padding).status())
                .isEqualTo(413);
        assertThat(ehr.post("/ehr/Patient", patient(unique()), "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(415);
    }
}

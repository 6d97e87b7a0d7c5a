package nl.inzage.fhir.full;

import static nl.inzage.fhir.Push.entry;
import static nl.inzage.fhir.Push.glucose;
import static nl.inzage.fhir.Push.patient;
import static nl.inzage.fhir.Push.transaction;
import static nl.inzage.fhir.Push.unique;
import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FhirServerTest
class HospitalBoundaryTest {

    private static final String NUMBER = "https://linde.example/id/patient|";

    @Autowired
    private TestClient client;

    private Caller linde;
    private Caller umcu;
    private String number;
    private String patient;

    @BeforeEach
    void aPatientOfDeLinde() {
        linde = client.ehrOf("linde");
        umcu = client.ehrOf("umcu");
        number = unique();
        patient = "/ehr/Patient/" + idOf(linde.post("/ehr/Patient", patient(number)));
    }

    @Test
    void theServerWritesTheHospitalAndReplacesAForgedOne() {
        String forged = patient(unique())
                .replace(
                        "\"identifier\"",
                        """
                        "meta": {"tag": [{"system": "https://inzage.nl/fhir/CodeSystem/hospital", "code": "umcu"},
                                         {"system": "https://linde.example/tag", "code": "kept"}]}, "identifier\"""");

        Answer created = linde.post("/ehr/Patient", forged);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(linde.get("/ehr/Patient/" + idOf(created))
                        .json()
                        .at("/meta/tag")
                        .findValuesAsText("code"))
                .containsExactlyInAnyOrder("linde", "kept");
        assertThat(umcu.get("/ehr/Patient/" + idOf(created)).status()).isEqualTo(404);
    }

    @Test
    void anotherHospitalsResourceIsAsAbsentAsNone() {
        String none = "/ehr/Patient/" + unique();

        assertSame(umcu.get(patient), umcu.get(none));
        assertSame(umcu.get(patient + "/_history/1"), umcu.get(none + "/_history/1"));
        assertSame(umcu.get(patient + "/_history"), umcu.get(none + "/_history"));
        assertSame(umcu.delete(patient), umcu.delete(none));
        String patch = "[{\"op\": \"replace\", \"path\": \"/gender\", \"value\": \"male\"}]";
        String[] type = {"Content-Type", "application/json-patch+json"};
        assertSame(umcu.send("PATCH", patient, patch, type), umcu.send("PATCH", none, patch, type));
        assertThat(linde.get(patient).json().at("/gender").asText()).isEqualTo("female");
    }

    @Test
    void anotherHospitalsResourceCannotBeOverwritten() {
        String id = patient.substring("/ehr/Patient/".length());
        String body = patient(unique()).replace("{\"resourceType\"", "{\"id\": \"" + id + "\", \"resourceType\"");

        assertThat(umcu.put(patient, body).status()).isEqualTo(404);
        assertThat(umcu.post("/ehr", transaction(entry("", body, "PUT", "Patient/" + id)))
                        .status())
                .isEqualTo(404);
        assertThat(linde.get(patient).json().at("/meta/versionId").asText()).isEqualTo("1");
    }

    @Test
    void aDeletedResourceKeepsItsHospital() {
        String id = patient.substring("/ehr/Patient/".length());
        String body = patient(unique()).replace("{\"resourceType\"", "{\"id\": \"" + id + "\", \"resourceType\"");
        assertThat(linde.delete(patient).status()).isEqualTo(200);

        assertThat(linde.get(patient).status()).isEqualTo(410);
        assertThat(umcu.get(patient).status()).isEqualTo(404);
        assertThat(umcu.get(patient + "/_history").status()).isEqualTo(404);
        assertThat(umcu.put(patient, body).status()).isEqualTo(404);
        assertThat(linde.put(patient, body).status()).isEqualTo(201);
    }

    @Test
    void searchesSeeTheOwnHospitalOnly() {
        String id = patient.substring("/ehr/Patient/".length());

        assertThat(found(linde, "/ehr/Patient?identifier=" + NUMBER + number)).isEqualTo(1);
        assertThat(found(linde, "/ehr/Patient?_id=" + id)).isEqualTo(1);
        assertThat(found(umcu, "/ehr/Patient?identifier=" + NUMBER + number)).isZero();
        assertThat(found(umcu, "/ehr/Patient?_id=" + id)).isZero();
        assertThat(found(umcu, "/ehr/Patient?_tag=https://inzage.nl/fhir/CodeSystem/hospital|linde"))
                .isZero();
        assertThat(umcu.get("/ehr/Patient?_summary=count&identifier=" + NUMBER.replace("|", "%7C") + number)
                        .json()
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(umcu.post(
                                "/ehr/Patient/_search",
                                "identifier=" + NUMBER + number,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .json()
                        .has("entry"))
                .isFalse();
    }

    @Test
    void neitherChainsNorReverseChainsNorIncludesCrossTheBoundary() {
        linde.post("/ehr/Observation", glucose(number, patient.substring(5)));

        assertThat(found(linde, "/ehr/Observation?subject:Patient.identifier=" + NUMBER + number))
                .isEqualTo(1);
        assertThat(found(linde, "/ehr/Patient?_has:Observation:patient:code=14749-6&identifier=" + NUMBER + number))
                .isEqualTo(1);
        assertThat(found(umcu, "/ehr/Observation?subject:Patient.identifier=" + NUMBER + number))
                .isZero();
        assertThat(found(umcu, "/ehr/Patient?_has:Observation:patient:code=14749-6&identifier=" + NUMBER + number))
                .isZero();
    }

    @Test
    void aReferenceToAnotherHospitalIsRefusedAsOneToNothing() {
        Answer foreign = umcu.post("/ehr/Observation", glucose(unique(), patient.substring(5)));
        String none = "Patient/" + unique();
        Answer absent = umcu.post("/ehr/Observation", glucose(unique(), none));

        assertThat(foreign.status()).isEqualTo(absent.status()).isEqualTo(400);
        assertThat(foreign.body().replace(patient.substring(5), none)).isEqualTo(absent.body());
    }

    @Test
    void aPatchCannotBringInAReferenceToAnotherHospital() {
        String own = "Patient/" + idOf(umcu.post("/ehr/Patient", patient(unique())));
        String observation = "/ehr/Observation/" + idOf(umcu.post("/ehr/Observation", glucose(unique(), own)));
        String patch = "[{\"op\": \"replace\", \"path\": \"/subject/reference\", \"value\": \"%s\"}]"
                .formatted(patient.substring(5));

        Answer answer = umcu.send("PATCH", observation, patch, "Content-Type", "application/json-patch+json");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(umcu.get(observation).json().at("/subject/reference").asText())
                .isEqualTo(own);
    }

    @Test
    void twoHospitalsMayKnowTheSamePersonByTheSameNumber() {
        String condition = "Patient?identifier=" + NUMBER + number;
        String entry = entry("urn:uuid:" + unique(), patient(number), "PUT", condition);

        assertThat(statusOf(umcu.post("/ehr", transaction(entry)))).isEqualTo("201 Created");
        assertThat(statusOf(umcu.post("/ehr", transaction(entry)))).isEqualTo("200 OK");
        assertThat(umcu.put("/ehr/" + condition.replace("|", "%7C"), patient(number))
                        .status())
                .isEqualTo(200);
        assertThat(umcu.post("/ehr/Patient", patient(number), "If-None-Exist", condition)
                        .status())
                .isEqualTo(200);
        assertThat(found(umcu, "/ehr/" + condition)).isEqualTo(1);
        assertThat(found(linde, "/ehr/" + condition)).isEqualTo(1);
        assertThat(linde.get(patient).json().at("/meta/versionId").asText()).isEqualTo("1");
    }

    @Test
    void aPageIsOnlyForTheHospitalThatSearched() {
        linde.post("/ehr/Patient", patient(number));
        linde.post("/ehr/Patient", patient(number));
        Answer first = linde.get("/ehr/Patient?_count=1&identifier=" + NUMBER.replace("|", "%7C") + number);
        String next = first.json().at("/link").findParents("relation").stream()
                .filter(link -> link.path("relation").asText().equals("next"))
                .findFirst()
                .orElseThrow()
                .path("url")
                .asText();

        assertThat(linde.get(next).json().at("/entry")).hasSize(1);
        Answer foreign = umcu.get(next);
        Answer none = umcu.get(next.replaceAll("_getpages=[^&]*", "_getpages=" + unique()));
        assertSame(foreign, none);
        assertThat(foreign.status()).isEqualTo(410);
    }

    private static int found(Caller caller, String search) {
        Answer answer = caller.get(search.replace("|", "%7C"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("entry").size();
    }

    private static void assertSame(Answer one, Answer other) {
        assertThat(one.status()).as(one.body()).isEqualTo(other.status()).isGreaterThanOrEqualTo(400);
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(one.http().headers().map().keySet())
                .isEqualTo(other.http().headers().map().keySet());
    }

    private static String statusOf(Answer answer) {
        return answer.json().at("/entry/0/response/status").asText(answer.body());
    }

    private static String idOf(Answer created) {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json().at("/id").asText();
    }
}

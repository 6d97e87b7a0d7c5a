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
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FhirServerTest
class ScopeRuleTest {

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @ParameterizedTest
    @CsvSource({
        "GET, /ehr/Patient, system/Patient.crud",
        "GET, /ehr/Patient/1, system/Patient.cuds",
        "GET, /ehr/Patient/1/_history, system/Patient.cuds",
        "GET, /ehr/Patient/1/_history/1, system/Patient.cuds",
        "GET, /ehr/Patient, system/Observation.cruds",
        "GET, /ehr/Patient, patient/*.cruds",
        "GET, /ehr/Patient, system/Patient.s?gender=female",
        "GET, /ehr/Observation?subject:Patient.gender=male, system/Observation.s",
        "GET, /ehr/Patient?_has:Observation:patient:code=1, system/Patient.s",
        "DELETE, /ehr/Patient/1, system/Patient.crus"
    })
    void aRequestOutsideTheScopesIsForbidden(String method, String path, String scope) {
        Answer answer = client.with(issuer.systemToken("linde", scope)).send(method, path, "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system/Patient.ruds", "system/Observation.c", "openid"})
    void writingNeedsItsOwnLetter(String scope) {
        assertThat(client.with(issuer.systemToken("linde", scope))
                        .post("/ehr/Patient", patient(unique()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aConditionIsASearch() {
        Caller writer = client.with(issuer.systemToken("linde", "system/Patient.c"));

        assertThat(writer.post("/ehr/Patient", patient(unique())).status()).isEqualTo(201);
        assertThat(writer.post("/ehr/Patient", patient(unique()), "If-None-Exist", "identifier=" + unique())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyEntryOfATransactionNeedsItsScope() {
        Caller writer = client.with(issuer.systemToken("linde", "system/Patient.c"));
        String person = "urn:uuid:" + unique();
        String number = unique();

        Answer answer = writer.post(
                "/ehr",
                transaction(
                        entry(person, patient(number), "POST", "Patient"),
                        entry("urn:uuid:" + unique(), glucose(unique(), person), "POST", "Observation")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Bundle.entry[1]");
        assertThat(client.ehrOf("linde")
                        .get("/ehr/Patient?identifier=" + number)
                        .json()
                        .has("entry"))
                .isFalse();
    }

    @Test
    void anIncludedResourceOfATypeOutsideTheScopesIsLeftOut() {
        Caller ehr = client.ehrOf("linde");
        String number = unique();
        String id = ehr.post("/ehr/Patient", patient(number)).json().at("/id").asText();
        ehr.post("/ehr/Observation", glucose(number, "Patient/" + id));
        String search = "/ehr/Observation?_include=Observation:subject&identifier=" + number;

        Caller lab = client.with(issuer.systemToken("linde", "system/Observation.rs"));

        assertThat(ehr.get(search).json().at("/entry")).hasSize(2);
        assertThat(lab.get(search).json().at("/entry")).hasSize(1);
    }
}

package nl.inzage.fhir.ingest;

import static nl.inzage.fhir.Push.entry;
import static nl.inzage.fhir.Push.glucose;
import static nl.inzage.fhir.Push.patient;
import static nl.inzage.fhir.Push.transaction;
import static nl.inzage.fhir.Push.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import nl.inzage.database.TestDatabase;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@FhirServerTest
class IngestTest {

    private static final String UNKNOWN_PROFILE =
            "\"meta\": {\"profile\": [\"http://nictiz.nl/fhir/StructureDefinition/nl-core-Patient\"]}, ";

    @Autowired
    private TestClient client;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Definitions definitions;

    private Caller ehr;

    @BeforeEach
    void theEhrOfDeLinde() {
        ehr = client.ehrOf("linde");
    }

    @Test
    void aResourceAgainstTheProfileOfItsTypeIsRefusedByElementAndRule() {
        String number = unique();
        Answer answer = ehr.post("/ehr/Patient", withoutBirthDate(number));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/issue/0/severity").asText()).isEqualTo("error");
        assertThat(answer.json().at("/issue/0/diagnostics").asText()).contains("Patient.birthDate");
        assertThat(answer.json().at("/issue/0/expression/0").asText()).startsWith("Patient");
        assertThat(answer.json().at("/issue/0/details/coding/0/code").asText()).isNotEmpty();
        assertThat(isStored(number)).isFalse();
    }

    @Test
    void anInvariantIsNamedByItsKey() {
        String bsn = "{\"system\": \"http://fhir.nl/fhir/NamingSystem/bsn\", \"value\": \"123456789\"}, {\"system\"";

        Answer answer = ehr.post("/ehr/Patient", patient(unique()).replaceFirst("\\{\"system\"", bsn));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().findValuesAsText("code")).contains("inz-bsn");
    }

    @Test
    void oneBadEntryRefusesTheBundleAndAllBadEntriesAreNamed() {
        String number = unique();
        Answer answer = ehr.post(
                "/ehr",
                transaction(
                        entry("urn:uuid:" + unique(), patient(number), "POST", "Patient"),
                        entry("urn:uuid:" + unique(), withoutBirthDate(unique()), "POST", "Patient"),
                        entry("urn:uuid:" + unique(), withoutBirthDate(unique()), "PUT", "Patient?identifier=1")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Bundle.entry[1].resource").contains("Bundle.entry[2].resource");
        assertThat(answer.json().findValuesAsText("severity")).containsOnly("error");
        assertThat(isStored(number)).isFalse();
    }

    @Test
    void anElementThatFhirDoesNotKnowIsRefusedAndNotLeftOut() {
        String number = unique();
        Answer answer =
                ehr.post("/ehr/Patient", patient(number).replace("\"gender\"", "\"bloodType\": \"A\", \"gender\""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("bloodType");
        assertThat(isStored(number)).isFalse();
    }

    @Test
    void aPatchCannotMakeAResourceInvalid() {
        String id = ehr.post("/ehr/Patient", patient(unique())).json().at("/id").asText();

        Answer answer = ehr.send(
                "PATCH",
                "/ehr/Patient/" + id,
                "[{\"op\": \"remove\", \"path\": \"/birthDate\"}]",
                "Content-Type",
                "application/json-patch+json");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(ehr.get("/ehr/Patient/" + id).json().at("/birthDate").asText())
                .isEqualTo("1979-03-14");
    }

    @Test
    void aProfileThatNobodyHereKnowsIsAWarningThatIsToldAndKept() throws Exception {
        String body = patient(unique()).replaceFirst("\"identifier\"", UNKNOWN_PROFILE + "\"identifier\"");
        int before = warningsKept();

        Answer answer = ehr.post("/ehr", transaction(entry("urn:uuid:" + unique(), body, "POST", "Patient")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/entry/0/response/outcome").findValuesAsText("severity"))
                .contains("warning");
        assertThat(answer.body()).contains("nl-core-Patient");
        assertThat(warningsKept()).isGreaterThan(before);
    }

    @Test
    void validateSaysWhatAPushWouldBeToldAndStoresNothing() {
        String number = unique();

        assertThat(ehr.post("/ehr/Patient/$validate", withoutBirthDate(number))
                        .json()
                        .at("/issue/0/severity")
                        .asText())
                .isEqualTo("error");
        String wrapped =
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"resource\", \"resource\": %s}]}";
        assertThat(ehr.post("/ehr/Patient/$validate", wrapped.formatted(withoutBirthDate(number)))
                        .json()
                        .findValuesAsText("severity"))
                .contains("error");
        assertThat(ehr.post("/ehr/Patient/$validate", patient(number)).json().findValuesAsText("severity"))
                .doesNotContain("error", "fatal");
        assertThat(isStored(number)).isFalse();
    }

    @Test
    void thePackagesSearchParametersWork() {
        String id = ehr.post("/ehr/Patient", patient(unique())).json().at("/id").asText();
        ehr.post("/ehr/Observation", glucose(unique(), "Patient/" + id));

        String search = "/ehr/Observation?patient=Patient/" + id + "&issued=";

        assertThat(ehr.get(search + "2026-10-02").json().path("entry")).hasSize(1);
        assertThat(ehr.get(search + "2026-10-03").json().path("entry")).isEmpty();
    }

    @Test
    void installingThePackageAgainChangesNothing() throws Exception {
        int before = versionsOfSearchParameters();

        definitions.run(null);

        assertThat(versionsOfSearchParameters()).isEqualTo(before).isPositive();
    }

    @Test
    void aHundredResourcesAreJudgedAndStoredWithinSeconds() {
        push(100);
        long start = System.nanoTime();
        push(100);
        long took = (System.nanoTime() - start) / 1_000_000;

        LoggerFactory.getLogger(getClass()).info("101 resources came in in {} ms", took);
        assertThat(took).isLessThan(20_000);
    }

    private void push(int results) {
        String person = "urn:uuid:" + unique();
        List<String> entries = new ArrayList<>();
        entries.add(entry(person, patient(unique()), "POST", "Patient"));
        for (int i = 0; i < results; i++) {
            String number = unique();
            String condition = "Observation?identifier=https://linde.example/id/result|" + number;
            entries.add(entry("urn:uuid:" + unique(), glucose(number, person), "PUT", condition));
        }
        Answer answer = ehr.post("/ehr", transaction(entries.toArray(String[]::new)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String withoutBirthDate(String number) {
        return patient(number).replace(", \"birthDate\": \"1979-03-14\"", "");
    }

    private boolean isStored(String number) {
        return ehr.get("/ehr/Patient?identifier=" + number).json().has("entry");
    }

    private int warningsKept() throws Exception {
        return count("select count(*) from fhir.ingest_warning where rule <> ''");
    }

    private int versionsOfSearchParameters() throws Exception {
        return count("select count(*) from fhir.hfj_res_ver where res_type = 'SearchParameter'");
    }

    private int count(String sql) throws Exception {
        try (var connection = database.superuser();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}

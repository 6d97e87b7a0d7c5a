package nl.inzage.fhir.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import nl.inzage.database.TestDatabase;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestClient.Caller;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What hospitals do at the full door shows at the narrow door in the same moment, or not at all. */
@FhirServerTest
class FollowsTheStoreTest {

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private TestDatabase database;

    private final String key = UUID.randomUUID().toString();
    private Caller ehr;
    private String patient;
    private Caller person;

    @BeforeEach
    void aPatient() {
        ehr = client.ehrOf("linde");
        patient = idOf(ehr.post("/ehr/Patient", patient()));
        person = client.with(issuer.patientToken("linde", patient, "openid fhirUser patient/*.rs"));
    }

    @Test
    void a_created_resource_is_there_and_an_updated_one_has_its_new_content_and_version() {
        String id = idOf(ehr.post("/ehr/Observation", vitalSign(70)));

        Answer first = person.get("/fhir/Observation/" + id);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("ETag")).startsWith("W/\"1-");
        assertThat(first.json().at("/meta/versionId").asText()).isEqualTo("1");
        assertThat(first.json().at("/meta/lastUpdated").asText()).isNotEmpty();
        assertThat(first.json().has("text")).isFalse();

        ehr.put("/ehr/Observation/" + id, withId(id, vitalSign(71)));
        Answer second = person.get("/fhir/Observation/" + id);
        assertThat(second.header("ETag")).startsWith("W/\"2-");
        assertThat(second.json().at("/valueQuantity/value").asInt()).isEqualTo(71);
    }

    @Test
    void a_transaction_shows_with_its_references_resolved() {
        Answer pushed = ehr.post(
                "/ehr",
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:11111111-1111-4111-8111-111111111111",
                  "resource":{"resourceType":"Binary","contentType":"application/pdf","data":"JVBERi0="},
                  "request":{"method":"POST","url":"Binary"}},
                 {"fullUrl":"urn:uuid:22222222-2222-4222-8222-222222222222",
                  "resource":{"resourceType":"Practitioner","name":[{"family":"Dokter"}]},
                  "request":{"method":"POST","url":"Practitioner"}},
                 {"resource":{"resourceType":"DocumentReference","status":"current","date":"2026-11-01T08:30:00Z",
                   "identifier":[{"system":"urn:test","value":"%s"}],
                   "type":{"text":"Brief","coding":[{"system":"http://loinc.org","code":"68608-9"}]},
                   "subject":{"reference":"Patient/%s"},
                   "author":[{"reference":"urn:uuid:22222222-2222-4222-8222-222222222222"}],
                   "content":[{"attachment":{"contentType":"application/pdf","title":"Brief",
                     "url":"urn:uuid:11111111-1111-4111-8111-111111111111"}}]},
                  "request":{"method":"POST","url":"DocumentReference"}}]}
                """
                        .formatted(key, patient));
        assertThat(pushed.status()).as(pushed.body()).isEqualTo(200);

        Answer found = person.get("/fhir/DocumentReference");
        String url =
                found.json().at("/entry/0/resource/content/0/attachment/url").asText();
        assertThat(url).startsWith("Binary/");
        assertThat(person.get("/fhir/" + url, "Accept", "application/pdf").body())
                .isEqualTo("%PDF-");
        String author = found.json().at("/entry/0/resource/author/0/reference").asText();
        assertThat(person.get("/fhir/" + author).json().at("/name/0/family").asText())
                .isEqualTo("Dokter");
    }

    @Test
    void an_entry_that_is_refused_takes_the_whole_transaction_along_in_the_view_too() throws Exception {
        long before = rows();
        Answer pushed = ehr.post(
                "/ehr",
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":%s,"request":{"method":"POST","url":"Observation"}},
                 {"resource":{"resourceType":"Condition","subject":{"reference":"Patient/does-not-exist"}},
                  "request":{"method":"POST","url":"Condition"}}]}
                """
                        .formatted(vitalSign(70)));

        assertThat(pushed.status()).isGreaterThanOrEqualTo(400);
        assertThat(rows()).isEqualTo(before);
        assertThat(person.get("/fhir/Observation").json().has("entry")).isFalse();
    }

    @Test
    void what_the_view_cannot_write_is_not_stored_either() throws Exception {
        execute("alter table released.resource add constraint test check (body not like '%" + key + "%')");
        try {
            assertThat(ehr.post("/ehr/Observation", vitalSign(70)).status()).isGreaterThanOrEqualTo(400);
        } finally {
            execute("alter table released.resource drop constraint test");
        }
        assertThat(ehr.get("/ehr/Observation?patient=" + patient)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_delete_and_a_conditional_delete_take_the_row_away_at_once() {
        String first = idOf(ehr.post("/ehr/Observation", vitalSign(70)));
        assertThat(ehr.delete("/ehr/Observation/" + first).status()).isBetween(200, 204);
        assertThat(person.get("/fhir/Observation/" + first).status()).isEqualTo(404);

        String second = idOf(ehr.post("/ehr/Observation", vitalSign(70)));
        assertThat(person.get("/fhir/Observation/" + second).status()).isEqualTo(200);
        Answer deleted = ehr.delete("/ehr/Observation?identifier=urn:test%7C" + key);
        assertThat(deleted.status()).as(deleted.body()).isBetween(200, 204);
        assertThat(person.get("/fhir/Observation/" + second).status()).isEqualTo(404);
    }

    @Test
    void a_resource_that_comes_back_after_its_deletion_is_there_again() {
        String id = "back-" + key.substring(0, 8);
        String body = withId(id, vitalSign(70));
        ehr.put("/ehr/Observation/" + id, body);
        ehr.delete("/ehr/Observation/" + id);
        assertThat(person.get("/fhir/Observation/" + id).status()).isEqualTo(404);

        ehr.put("/ehr/Observation/" + id, body);

        assertThat(person.get("/fhir/Observation/" + id).status()).isEqualTo(200);
    }

    @Test
    void the_hidden_the_foreign_and_the_absent_cannot_be_told_apart_over_http() {
        String other = idOf(ehr.post("/ehr/Patient", patient()));
        String hidden = idOf(ehr.post("/ehr/Observation", vitalSign(70).replace("vital-signs", "laboratory")));
        Answer absent = person.get("/fhir/Observation/" + UUID.randomUUID());

        for (String path : new String[] {"/fhir/Observation/" + hidden, "/fhir/Patient/" + other}) {
            Answer answer = person.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(absent.body());
            assertThat(answer.http().headers().map().keySet())
                    .isEqualTo(absent.http().headers().map().keySet());
        }
    }

    private String vitalSign(int kilograms) {
        return """
                {"resourceType":"Observation","status":"final","text":{"status":"generated",
                "div":"<div xmlns='http://www.w3.org/1999/xhtml'>%d kg</div>"},
                "identifier":[{"system":"urn:test","value":"%s"}],
                "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",
                "code":"vital-signs"}]}],"code":{"text":"Gewicht","coding":[{"system":"http://loinc.org",
                "code":"29463-7"}]},"subject":{"reference":"Patient/%s"},
                "effectiveDateTime":"2026-11-01T08:30:00+01:00","issued":"%s",
                "valueQuantity":{"value":%d,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}"""
                .formatted(kilograms, key, patient, Instant.now(), kilograms);
    }

    private static String patient() {
        return """
                {"resourceType":"Patient","identifier":[{"system":"urn:test","value":"%s"}],"gender":"female",
                "name":[{"text":"S. de Vries","family":"de Vries"}],"birthDate":"1979-03-14"}"""
                .formatted(UUID.randomUUID());
    }

    private static String withId(String id, String resource) {
        return resource.replace("{\"resourceType\"", "{\"id\":\"" + id + "\",\"resourceType\"");
    }

    private static String idOf(Answer created) {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String[] location = created.header("Location").split("/_history/", 2)[0].split("/", -1);
        return location[location.length - 1];
    }

    private long rows() throws Exception {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(
                        "select (select count(*) from released.resource) + (select count(*) from released.link)"
                                + " + (select count(*) from fhir.hfj_resource)")) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

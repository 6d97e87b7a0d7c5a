package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several reads and searches in one request: each gets what it would have got alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchTest {

    private static final Token ANNA = patient("anna");
    private static final String JSON = "application/fhir+json";

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        Dossiers.storeIn(door.view);
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @Test
    void each_entry_is_answered_as_alone() {
        List<String> urls = List.of(
                "Patient/anna",
                "Observation?category=laboratory",
                "Observation/$lastn",
                "Patient/anna/$everything?_count=2",
                "Binary/b1",
                "metadata",
                "Observation/hidden",
                "Observation?_has:Observation:patient:code=718-7",
                "AuditEvent");

        Reply batch = door.batch(ANNA, urls.toArray(String[]::new));

        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.json().path("type").asText()).isEqualTo("batch-response");
        for (int i = 0; i < urls.size(); i++) {
            Reply alone = door.get(ANNA, "/" + urls.get(i), JSON);
            JsonNode entry = batch.json().path("entry").get(i);
            assertThat(entry.at("/response/status").asText()).isEqualTo(Integer.toString(alone.status()));
            assertThat(alone.status() == 200 ? entry.path("resource") : entry.at("/response/outcome"))
                    .as(urls.get(i))
                    .isEqualTo(alone.json());
            assertThat(entry.at("/response/etag").asText(""))
                    .isEqualTo(alone.headers().getOrDefault("ETag", ""));
        }
    }

    @Test
    void twenty_entries_are_taken_and_no_more() {
        assertThat(door.batch(ANNA, urls(20)).json().path("entry")).hasSize(20);
        assertThat(door.batch(ANNA, urls(21)).status()).isEqualTo(400);
        assertThat(door.batch(ANNA).status()).isEqualTo(200);
    }

    private static String[] urls(int number) {
        return Collections.nCopies(number, "Patient/anna").toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = ';',
            value = {
                "POST; Observation; 405",
                "PUT; Observation/old; 405",
                "DELETE; Observation/old; 405",
                "PATCH; Observation/old; 405",
                "GET; http://localhost:8081/fhir/Observation/old; 404",
                "GET; Observation/_search; 405",
                "GET; /Observation/old; 200",
                "GET; Observation/old?_elements=code; 400"
            })
    void an_entry_is_a_plain_get(String method, String url, int status) {
        Reply reply = door.send(
                ANNA,
                JSON,
                "{'resourceType':'Bundle','type':'batch','entry':[{'request':{'method':'%s','url':'%s'}}]}"
                        .replace('\'', '"')
                        .formatted(method, url));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/entry/0/response/status").asText()).isEqualTo(Integer.toString(status));
    }

    @Test
    void conditions_and_bodies_are_refused_entry_by_entry() {
        Reply reply = door.send(
                ANNA,
                JSON,
                """
                {"resourceType": "Bundle", "type": "batch", "entry": [
                  {"request": {"method": "GET", "url": "Patient/anna", "ifNoneMatch": "*"}},
                  {"resource": {"resourceType": "Patient", "id": "x"}, "request": {"method": "GET", "url": "Patient/anna"}},
                  {"request": {"method": "GET"}}, {}]}
                """);

        assertThat(reply.json().path("entry"))
                .extracting(entry -> entry.at("/response/status").asText())
                .containsExactly("400", "400", "400", "405");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '~',
            value = {
                "application/fhir+json ~ {'resourceType':'Bundle','type':'transaction'} ~ 400",
                "application/fhir+json ~ {'resourceType':'Bundle'} ~ 400",
                "application/fhir+json ~ {'resourceType':'Patient'} ~ 400",
                "application/fhir+json ~ { ~ 400",
                "application/fhir+json ~ `` ~ 400",
                "application/fhir+xml ~ <Bundle xmlns='http://hl7.org/fhir'><type value='batch'/></Bundle> ~ 200",
                "application/fhir+xml ~ <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Bundle xmlns='http://hl7.org/fhir'><id value='&b;'/></Bundle> ~ 400",
                "application/x-www-form-urlencoded ~ a=b ~ 415",
                "text/plain ~ x ~ 415"
            })
    void what_is_no_batch_is_refused(String type, String body, int status) {
        assertThat(door.send(ANNA, type, body.replace('\'', '"')).status()).isEqualTo(status);
    }

    @Test
    void a_batch_needs_a_token_and_has_a_size() {
        assertThat(door.batch(null, "Patient/anna").status()).isEqualTo(403);
        assertThat(door.send(ANNA, JSON, " ".repeat(70_000)).status()).isEqualTo(400);
    }

    @Test
    void a_batch_takes_no_parameters_but_the_format() {
        String empty = "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}";

        assertThat(door.send(ANNA, "?_format=json", JSON, empty).status()).isEqualTo(200);
        assertThat(door.send(ANNA, "?foo=1", JSON, empty).status()).isEqualTo(400);
    }
}

package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not in the table is refused; the database of these tests is empty, so nothing stored can matter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsTest {

    private final DoorFixture door = new DoorFixture();

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Observation?_has:Observation:patient:code=718-7",
                "/Observation?%5Fhas:Observation:patient:code=718-7",
                "/Patient?_has:Observation:patient:code-value-quantity=gt900",
                "/DiagnosticReport?result.code=718-7",
                "/DiagnosticReport?result=Observation/1",
                "/Observation?subject:Patient.name=Anna",
                "/Observation?subject:Patient=anna",
                "/Observation?_filter=code%20eq%20718-7",
                "/DiagnosticReport?_include:iterate=DiagnosticReport:result",
                "/DiagnosticReport?_include=*",
                "/DiagnosticReport?_include=DiagnosticReport:result&_include=DiagnosticReport:result",
                "/Observation?_revinclude=DiagnosticReport:result",
                "/Observation?_elements=code",
                "/Observation?_summary=count",
                "/Observation?_summary=text",
                "/Observation?_total=accurate",
                "/Observation?_content=hb",
                "/Observation?_text=hb",
                "/Observation?_list=1",
                "/Observation?_contained=both",
                "/Observation?_getpages=abc",
                "/Observation?_pretty=true",
                "/Observation?_lastUpdated=gt2020",
                "/Observation?code:not=718-7",
                "/Observation?code:missing=true",
                "/Observation?code:text=hb",
                "/Observation?Code=718-7",
                "/Observation?foo=1",
                "/Observation?code=",
                "/Observation?code",
                "/Observation?=718-7",
                "/Observation?&",
                "/Observation?code=1&code=2",
                "/Observation?code=%7C718-7",
                "/Observation?code=http://loinc.org%7C",
                "/Observation?code=718-7,",
                "/Observation?code=%zz",
                "/Observation?code=718-7%00",
                "/Observation?_id=a%00",
                "/Observation?code=%C3%28",
                "/Observation?status=%20",
                "/Observation?date=2026-13",
                "/Observation?date=ne2026",
                "/Observation?date=sa2026",
                "/Observation?date=ap2026",
                "/Observation?date=2026,2025",
                "/Observation?date=gt2026&date=lt2026&date=2026",
                "/Observation?_sort=code",
                "/Observation?_sort=-date,code",
                "/Observation?_sort=subject.name",
                "/Patient?_sort=_id",
                "/Observation?_count=0",
                "/Observation?_count=-1",
                "/Observation?_count=x",
                "/Observation?_id=a/b",
                "/Observation/a?_elements=code",
                "/Observation/a/_history",
                "/Observation/_history",
                "/Observation/$meta",
                "/Patient/anna/*",
                "/Observation/",
                "/Practitioner?name=x",
                "/Medication",
                "/Binary",
            })
    void a_request_of_another_shape_is_refused(String path) {
        Reply reply = door.get(patient("anna"), path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(reply.headers()).containsEntry("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/AuditEvent", "/Group/1", "/$graphql", "/_history", "/", "", "/metadata/x", "/observation"})
    void what_is_not_in_the_table_does_not_exist(String path) {
        assertThat(door.get(patient("anna"), path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /Observation/a",
        "POST, /Observation",
        "PATCH, /Observation/a",
        "DELETE, /Observation/a",
        "DELETE, /Observation",
        "GET, /Observation/_search",
        "POST, /metadata/_search"
    })
    void nothing_can_be_written(String method, String path) {
        Reply reply = door.ask(
                patient("anna"), method, path, Map.of(), Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(reply.status()).isIn(404, 405);
        assertThat(reply.status() == 405).isEqualTo(reply.headers().containsKey("Allow"));
    }

    @Test
    void a_search_by_post_is_a_form_without_parameters_in_the_url() {
        Map<String, String> form = Map.of("code", "718-7");

        assertThat(door.post(patient("anna"), "/Observation/_search", form).status())
                .isEqualTo(200);
        assertThat(door.post(patient("anna"), "/Observation/_search?code=1", form)
                        .status())
                .isEqualTo(400);
        assertThat(door.post(patient("anna"), "/Observation/_search", Map.of("code", "718-7\0"))
                        .status())
                .isEqualTo(400);
        assertThat(door.post(patient("anna"), "/Observation/_search", Map.of("_has:x:y", "1"))
                        .status())
                .isEqualTo(400);
        assertThat(door.ask(
                                patient("anna"),
                                "POST",
                                "/Observation/_search",
                                Map.of(),
                                Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void lenient_handling_changes_nothing() {
        Reply lenient =
                door.ask(patient("anna"), "GET", "/Observation?foo=1", Map.of(), Map.of("Prefer", "handling=lenient"));

        assertThat(lenient.status()).isEqualTo(400);
    }

    @Test
    void without_a_validated_token_nothing_is_answered() {
        assertThat(door.get(null, "/Observation").status()).isEqualTo(403);
        assertThat(door.get(null, "/metadata").status()).isEqualTo(200);
    }
}

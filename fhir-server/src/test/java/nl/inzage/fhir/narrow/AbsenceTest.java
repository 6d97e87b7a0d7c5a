package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hidden, foreign, deleted and absent are one and the same, however they are asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbsenceTest {

    private static final Token ANNA = patient("anna");

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        Dossiers.storeIn(door.view);
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "of-bram", "deleted", "never-there"})
    void hidden_foreign_deleted_and_absent_are_the_same_to_the_byte(String id) {
        Reply absent = door.get(ANNA, "/Observation/absent");
        Reply reply = door.get(ANNA, "/Observation/" + id);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers()).isEqualTo(absent.headers()).doesNotContainKeys("ETag", "Last-Modified");
        assertThat(reply.bytes()).isEqualTo(absent.bytes());
    }

    @Test
    void also_for_people_documents_and_practitioners() {
        byte[] absent = door.get(ANNA, "/Observation/absent").bytes();

        for (String path : List.of(
                "/Patient/bram",
                "/Patient/nobody",
                "/Binary/b2",
                "/Binary/orphan",
                "/Binary/nothing",
                "/DocumentReference/d2",
                "/Practitioner/stranger",
                "/Practitioner/of-hidden",
                "/Practitioner/nobody")) {
            Reply reply = door.get(ANNA, path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.bytes()).as(path).isEqualTo(absent);
        }
    }

    @Test
    void no_body_names_what_is_hidden_or_somebody_elses() {
        Reply derived = door.get(ANNA, "/Observation/derived");
        assertThat(derived.text()).contains("Observation/old").doesNotContain("hidden", "Hemoglobine 8.1", "bram");
        assertThat(derived.json().has("performer")).isFalse();
        assertThat(derived.text()).contains("8.10");

        assertThat(door.get(ANNA, "/Observation").text()).doesNotContain("hidden", "bram");
        assertThat(door.get(ANNA, "/Patient/anna").text())
                .doesNotContain("bram")
                .contains("Practitioner/gp");
    }

    @Test
    void a_hidden_part_takes_its_report_along() {
        DiagnosticReport both = report("r2", "anna", door.view.issuedForReleaseIn(-Dossiers.DAY), "hidden");
        door.view.store(both);

        assertThat(door.get(ANNA, "/DiagnosticReport/r2").status()).isEqualTo(404);
        assertThat(door.get(ANNA, "/DiagnosticReport").matches()).doesNotContain("DiagnosticReport/r2");
        door.view.delete(both);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient/bram/Observation",
                "/Patient/nobody/Observation",
                "/Patient/bram/$everything",
                "/Patient/nobody/$everything?_count=1",
                "/Observation/hidden/_history/1",
                "/Observation/of-bram/_history/1",
                "/Observation/old/_history/2",
                "/Observation/old/_history/x",
                "/Observation/never-there/_history/1",
                "/Binary/b2/_history/1"
            })
    void also_through_compartment_version_and_everything_and_in_both_formats(String path) {
        for (String accept : List.of("application/fhir+json", "application/fhir+xml")) {
            Reply absent = door.get(ANNA, "/Observation/absent", accept);
            Reply reply = door.get(ANNA, path, accept);

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.headers()).isEqualTo(absent.headers());
            assertThat(reply.bytes()).isEqualTo(absent.bytes());
        }
    }

    @Test
    void also_in_a_batch() {
        Reply reply = door.batch(
                ANNA,
                "Observation/absent",
                "Observation/hidden",
                "Observation/of-bram",
                "Patient/bram/Observation",
                "Patient/bram/$everything",
                "Observation/hidden/_history/1",
                "Practitioner/of-hidden");

        assertThat(reply.json().path("entry")).hasSize(7);
        assertThat(reply.json().path("entry")).containsOnly(reply.json().at("/entry/0"));
        assertThat(reply.json().at("/entry/0/response/status").asText()).isEqualTo("404");
    }
}

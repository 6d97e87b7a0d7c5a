package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.fhir.audit.Asked;
import nl.inzage.fhir.audit.AuditUnavailable;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asked what is written down before anything of the answer is sent. */
class WrittenDownTest {

    private static final Token ANNA = patient("anna").with("client_id", "portal");

    private final DoorFixture door = new DoorFixture();

    @BeforeEach
    void store() {
        Patient anna = new Patient();
        anna.setId("anna");
        door.view.store(anna);
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    @Test
    void it_says_which_app_which_person_and_whose_dossier() {
        door.get(ANNA, "/Patient/anna");

        assertThat(door.looks).singleElement().satisfies(look -> {
            assertThat(look.client()).contains("portal");
            assertThat(look.person()).contains("Patient/anna");
            assertThat(look.patient()).contains("anna");
            assertThat(look.hospital()).contains("linde");
            assertThat(look.grant()).contains("g-anna");
            assertThat(look.asked()).isEqualTo(new Asked("read", "Patient/anna", 200));
        });
    }

    @Test
    void a_personal_number_is_not_written_down() {
        door.post(ANNA, "/Patient/_search", Map.of("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|999990019"));

        assertThat(asked()).containsExactly(new Asked("search", "Patient", 200));
    }

    @Test
    void each_entry_of_a_batch_is_a_look_of_its_own() {
        door.batch(
                ANNA,
                "Patient/anna",
                "Observation?category=laboratory",
                "Patient/bram",
                "Nonsense/1?identifier=123456782");

        assertThat(asked())
                .containsExactly(
                        new Asked("read", "Patient/anna", 200),
                        new Asked("search", "Observation?category=laboratory", 200),
                        new Asked("read", "Patient/bram", 404),
                        new Asked("refused", "GET Nonsense/1", 404));
    }

    @Test
    void what_is_refused_is_written_down_too() {
        door.get(ANNA, "/Patient/bram");
        door.get(ANNA.with("scope", "openid patient/Patient.r"), "/Observation");
        door.get(ANNA, "/Observation?_filter=x");
        door.get(ANNA, "/Nonsense/1");

        assertThat(asked())
                .containsExactly(
                        new Asked("read", "Patient/bram", 404),
                        new Asked("search", "Observation", 403),
                        new Asked("search", "Observation?_filter=x", 400),
                        new Asked("refused", "GET /Nonsense/1", 404));
    }

    @Test
    void the_capability_statement_is_nobodys_dossier() {
        door.get(ANNA, "/metadata");
        door.get(null, "/metadata");

        assertThat(door.looks).isEmpty();
    }

    @Test
    void nothing_is_answered_that_cannot_be_written_down() {
        door.trail = looks -> {
            throw new AuditUnavailable("full");
        };

        for (Reply reply : List.of(
                door.get(ANNA, "/Patient/anna"),
                door.get(ANNA, "/Patient/bram"),
                door.get(ANNA, "/Patient/anna", "application/fhir+xml"),
                door.batch(ANNA, "Patient/anna"))) {
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text()).contains("OperationOutcome").doesNotContain("anna");
            assertThat(Optional.ofNullable(reply.headers().get("ETag"))).isEmpty();
        }
    }

    private List<Asked> asked() {
        return door.looks.stream().map(look -> look.asked()).toList();
    }
}

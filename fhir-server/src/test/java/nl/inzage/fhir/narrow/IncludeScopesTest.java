package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Includes bring what is visible and permitted, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncludeScopesTest {

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

    @Test
    void an_include_brings_what_is_visible_and_permitted() {
        Reply results = door.get(ANNA, "/DiagnosticReport?_include=DiagnosticReport:result");
        assertThat(results.matches()).containsExactly("DiagnosticReport/r1");
        assertThat(results.entries("include")).containsExactly("Observation/old");

        assertThat(door.get(ANNA, "/MedicationRequest?_include=MedicationRequest:medication")
                        .entries("include"))
                .containsExactly("Medication/paracetamol");
        assertThat(door.get(ANNA, "/Medication/paracetamol").status()).isEqualTo(200);
        assertThat(door.get(patient("bram"), "/Medication/paracetamol").status())
                .isEqualTo(404);

        Token withoutResults = ANNA.with("scope", "patient/DiagnosticReport.rs");
        assertThat(door.get(withoutResults, "/DiagnosticReport?_include=DiagnosticReport:result")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_is_named_by_a_visible_resource_can_be_read() {
        assertThat(door.get(ANNA, "/Practitioner/gp").status()).isEqualTo(200);
        assertThat(door.get(patient("bram"), "/Practitioner/gp").status()).isEqualTo(404);
    }
}

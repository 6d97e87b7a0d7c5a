package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole dossier, and the dossier type by type. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverythingTest {

    private static final Token ANNA = patient("anna");
    private static final int OWN_ROWS = 35;

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        Summary.storeIn(door.view, "anna", "a");
        Summary.storeIn(door.view, "bram", "b");
        door.view.store(lab("hidden", "anna", door.view.issuedForReleaseIn(Dossiers.DAY)));
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @Test
    void everything_is_all_that_the_searches_give_with_whom_it_names() {
        Reply all = door.get(ANNA, "/Patient/anna/$everything?_count=200");

        assertThat(all.matches()).hasSize(OWN_ROWS).contains("Patient/anna", "Observation/a-pressure", "Task/a-task");
        assertThat(all.entries("include"))
                .containsExactlyInAnyOrder(
                        "PractitionerRole/a-role",
                        "Practitioner/a-doctor",
                        "Practitioner/a-nurse",
                        "Organization/a-house",
                        "Organization/a-group",
                        "Organization/a-insurer",
                        "Location/a-room",
                        "Medication/a-pill");
        assertThat(all.text()).doesNotContain("bram", "hidden", "\"b-");
        List<String> searched = new ArrayList<>();
        for (String type : all.matches().stream()
                .map(key -> key.split("/", 2)[0])
                .distinct()
                .toList()) {
            searched.addAll(door.get(ANNA, "/" + type).matches());
        }
        assertThat(all.matches()).containsExactlyInAnyOrderElementsOf(searched);
    }

    @Test
    void its_pages_follow_each_other_without_gap_or_repeat() {
        List<String> seen = new ArrayList<>();
        String path = "/Patient/anna/$everything?_count=8";
        while (!path.isEmpty()) {
            Reply page = door.get(ANNA, path);
            assertThat(page.status()).isEqualTo(200);
            seen.addAll(page.matches());
            path = page.link("next");
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        door.get(ANNA, "/Patient/anna/$everything?_count=200").matches());
    }

    @Test
    void types_narrow_it() {
        Reply two = door.get(ANNA, "/Patient/anna/$everything?_type=Observation,Immunization,Location");

        assertThat(two.matches())
                .containsExactly("Immunization/a-vaccination", "Observation/a-living", "Observation/a-pressure");
        assertThat(two.entries("include")).containsExactly("Location/a-room");
    }

    @Test
    void it_has_what_the_scopes_permit_and_is_refused_when_they_permit_nothing() {
        Token some = ANNA.with("scope", "patient/Observation.rs patient/Practitioner.r");

        assertThat(door.get(some, "/Patient/anna/$everything").matches())
                .containsExactly("Observation/a-living", "Observation/a-pressure");
        assertThat(door.get(some, "/Patient/anna/$everything?_type=Observation,Condition")
                        .status())
                .isEqualTo(403);
        assertThat(door.get(ANNA.with("scope", "patient/Observation.r"), "/Patient/anna/$everything")
                        .status())
                .isEqualTo(403);
        assertThat(door.get(ANNA.without("patient"), "/Patient/anna/$everything")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_compartment_of_a_type_is_its_search() {
        Reply compartment = door.get(
                ANNA, "/Patient/anna/Observation?category=vital-signs&_count=1&_include=Observation:performer");

        assertThat(compartment.matches()).containsExactly("Observation/a-pressure");
        assertThat(compartment.entries("include")).containsExactly("PractitionerRole/a-role");
        Reply page = door.get(ANNA, "/Patient/anna/Encounter?_count=1");
        assertThat(page.link("self")).isEqualTo("/Patient/anna/Encounter?_count=1");
        assertThat(door.get(ANNA, page.link("next")).matches()).containsExactly("Encounter/a-admission");
        assertThat(door.get(ANNA, page.link("next").replace("/Patient/anna", ""))
                        .status())
                .isEqualTo(400);
        assertThat(door.get(ANNA.with("scope", "patient/Patient.rs"), "/Patient/anna/Observation")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient/anna/$everything?_since=2026-01-01",
                "/Patient/anna/$everything?start=2026-01-01",
                "/Patient/anna/$everything?_type=AuditEvent",
                "/Patient/anna/$everything?_type=Practitioner",
                "/Patient/anna/$everything?_count=0",
                "/Patient/anna/$everything?_count=1&_count=2",
                "/Patient/anna/$everything?_elements=id",
                "/Patient/anna/$everything?_cursor=x",
                "/Patient/$everything",
                "/Patient/anna/$everything/x",
                "/Observation/a-pressure/$everything",
                "/Patient/anna/Practitioner",
                "/Patient/anna/Patient",
                "/Patient/anna/Binary",
                "/Patient/anna/Observation?_lastUpdated=gt2020",
                "/Patient/anna/Observation/a-pressure",
                "/Observation/a-pressure/Patient"
            })
    void another_form_is_refused(String path) {
        assertThat(door.get(ANNA, path).status()).isEqualTo(400);
    }
}

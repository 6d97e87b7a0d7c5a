package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Specimen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each include of the table brings along; a colon ends the name of what was searched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncludesTest {

    private static final Token ANNA = patient("anna");

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        Summary.storeIn(door.view, "anna", "a");
        Summary.storeIn(door.view, "bram", "b");
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "MedicationRequest:medication; Medication/a-pill",
                "MedicationRequest:requester; PractitionerRole/a-role",
                "MedicationDispense:medication; Medication/a-pill",
                "MedicationDispense:performer; Organization/a-house",
                "MedicationDispense:prescription; MedicationRequest/a-agreement",
                "MedicationStatement:medication; Medication/a-pill",
                "MedicationStatement:subject; Patient/anna",
                "MedicationAdministration:performer; Practitioner/a-nurse",
                "Immunization:patient; Patient/anna",
                "Immunization:performer; Organization/a-house",
                "Immunization:location; Location/a-room",
                "Observation:performer; PractitionerRole/a-role",
                "Observation:performer:PractitionerRole; PractitionerRole/a-role",
                "Observation:performer:Organization; ",
                "Observation:has-member; ",
                "Observation:specimen; Specimen/a-cuff",
                "Observation:derived-from; ",
                "Patient:general-practitioner; PractitionerRole/a-role",
                "Patient:organization; Organization/a-house",
                "Coverage:payor:Patient; Patient/anna",
                "Coverage:payor:Organization; Organization/a-insurer",
                "DeviceUseStatement:device; Device/a-pacemaker",
                "DeviceRequest:device; Device/a-pacemaker",
                "Appointment:actor:PractitionerRole; PractitionerRole/a-role",
                "Appointment:actor:Location; Location/a-room",
                "Appointment:location; Location/a-room",
                "Encounter:location; Location/a-room",
                "Encounter:service-provider; Organization/a-house",
                "CarePlan:goal; Goal/a-goal",
                "CarePlan:condition; Condition/a-problem",
                "Consent:actor; PractitionerRole/a-role",
                "DocumentReference:custodian; Organization/a-house",
            })
    void it_brings_what_the_rows_name_by_it(String include, String found) {
        String type = include.substring(0, include.indexOf(':'));
        DoorFixture.Reply reply = door.get(ANNA, "/" + type + "?_include=" + include);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.matches()).isNotEmpty();
        // What was searched is there already, also when it is named.
        assertThat(reply.entries("include")).containsExactlyElementsOf(found == null ? List.of() : List.of(found));
    }

    @Test
    void a_role_is_followed_to_who_has_it_and_where_but_not_further() {
        DoorFixture.Reply reply = door.get(
                ANNA,
                "/Procedure?_include=Procedure:performer&_include:iterate=PractitionerRole:practitioner"
                        + "&_include:iterate=PractitionerRole:organization");

        assertThat(reply.entries("include"))
                .containsExactlyInAnyOrder("PractitionerRole/a-role", "Practitioner/a-doctor", "Organization/a-house");
        assertThat(door.get(ANNA, "/Practitioner/a-doctor").status()).isEqualTo(200);
        assertThat(door.get(ANNA, "/Organization/a-group").status()).isEqualTo(200);
        assertThat(door.get(ANNA, "/Organization/a-holding").status()).isEqualTo(404);
        assertThat(door.get(ANNA, "/Practitioner/b-doctor").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Procedure?_include:iterate=PractitionerRole:practitioner",
                "/Procedure?_include=PractitionerRole:practitioner",
                "/Procedure?_include=Procedure:performer&_include:iterate=Organization:partof",
                "/Procedure?_include=Procedure:performer:Patient",
                "/MedicationDispense?_include=MedicationDispense:prescription&_include:iterate=MedicationRequest:requester",
                "/Observation?_include=Observation:performer&_include=Observation:performer",
                "/Observation?_include=Observation:code",
                "/Observation?_include=Observation:performer:",
                "/Observation?_include=Observation"
            })
    void what_the_table_does_not_say_is_refused(String path) {
        assertThat(door.get(ANNA, path).status()).isEqualTo(400);
    }

    @Test
    void of_several_targets_those_are_followed_that_the_scopes_permit() {
        Token organizations = ANNA.with("scope", "patient/Appointment.rs patient/Location.r");

        assertThat(door.get(organizations, "/Appointment?_include=Appointment:actor")
                        .entries("include"))
                .containsExactly("Location/a-room");
        assertThat(door.get(organizations, "/Appointment?_include=Appointment:practitioner")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_sample_is_seen_with_the_result_that_names_it() {
        assertThat(door.get(ANNA, "/Specimen").matches()).containsExactly("Specimen/a-cuff");
        assertThat(door.get(ANNA, "/Specimen/a-cuff").status()).isEqualTo(200);

        Observation hidden = lab("biopsy", "anna", door.view.issuedForReleaseIn(Dossiers.DAY));
        hidden.setSpecimen(new Reference("Specimen/tissue"));
        Specimen tissue = new Specimen();
        tissue.setId("tissue");
        tissue.setSubject(new Reference("Patient/anna"));
        tissue.getCollection().setCollected(new DateTimeType("2026-11-02"));
        door.view.store(hidden, tissue);

        assertThat(door.get(ANNA, "/Specimen").matches()).containsExactly("Specimen/a-cuff");
        assertThat(door.get(ANNA, "/Specimen/tissue").status()).isEqualTo(404);
        assertThat(door.get(ANNA, "/Patient/anna/$everything?_type=Specimen").matches())
                .containsExactly("Specimen/a-cuff");
    }
}

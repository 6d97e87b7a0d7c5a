package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The searches of International Patient Access 1.1 and of the Dutch patient summary (BgZ), each asked as apps of PGOs
 * do, without a patient, and as other apps do, with one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummarySearchesTest {

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
                "/AllergyIntolerance; a-allergy",
                "/AllergyIntolerance?clinical-status=active; a-allergy",
                "/Appointment?status=booked,pending,proposed; a-appointment",
                "/Appointment?date=ge2026-12-01&date=le2026-12-31; a-appointment",
                "/CarePlan?category=http://snomed.info/sct|38717003; a-plan",
                "/CareTeam?status=active; a-team",
                "/Communication?sent=ge2026; a-message",
                "/Composition?type=60591-5; a-composition",
                "/Condition; a-problem",
                "/Condition?category=problem-list-item&clinical-status=active; a-problem",
                "/Consent?category=http://snomed.info/sct|129125009; a-treatment",
                "/Consent?category=http://terminology.hl7.org/CodeSystem/consentcategorycodes|acd; a-directive",
                "/Coverage?status=active; a-insurance",
                "/Device?type=http://snomed.info/sct|304120007; a-pacemaker",
                "/DeviceRequest?status=active; a-aid",
                "/DeviceUseStatement; a-use",
                "/Encounter?class=http://terminology.hl7.org/CodeSystem/v3-ActCode|IMP,http://terminology.hl7.org/CodeSystem/v3-ActCode|ACUTE; a-admission",
                "/Encounter?class=AMB; a-visit",
                "/FamilyMemberHistory?status=completed; a-family",
                "/Flag; a-alert",
                "/Flag?category=http://snomed.info/sct|75478009; a-alert",
                "/Goal?lifecycle-status=active; a-goal",
                "/Immunization?status=completed; a-vaccination",
                "/Immunization?vaccine-code=http://www.whocc.no/atc|J07BB02; a-vaccination",
                "/ImmunizationRecommendation; a-advice",
                "/MedicationAdministration?category=http://snomed.info/sct|18629005; a-given",
                "/MedicationDispense?category=http://snomed.info/sct|422037009,http://snomed.info/sct|373784005; a-dispense",
                "/MedicationDispense?whenhandedover=ge2026-11-01; a-dispense",
                "/MedicationRequest?category=http://snomed.info/sct|33633005; a-agreement",
                "/MedicationRequest?intent=order&status=active,completed; a-agreement",
                "/MedicationRequest?identifier=https://linde.example/id/agreement|a; a-agreement",
                "/MedicationStatement?category=http://snomed.info/sct|422979000; a-taking",
                "/NutritionOrder; a-diet",
                "/Observation?category=vital-signs&code=http://loinc.org|85354-9; a-pressure",
                "/Observation?code=365508006,228366006,228273003,365980008; a-living",
                "/Observation?code=http://loinc.org|85354-9&date=ge2026-11-01; a-pressure",
                "/Observation?status=final,amended&category=vital-signs; a-pressure",
                "/Procedure?category=http://snomed.info/sct|387713003; a-operation",
                "/QuestionnaireResponse?status=completed; a-answers",
                "/RelatedPerson?relationship=MTH; a-mother",
                "/ServiceRequest?status=active; a-referral",
                "/Task?status=requested&code=http://loinc.org|74468-0; a-task",
                "/DocumentReference?type=http://loinc.org|34117-2; a-letter",
                "/DocumentReference?category=clinical-note&date=ge2026-11-01&date=le2026-11-30; a-letter",
                "/DocumentReference?_id=a-letter,b-letter&status=current; a-letter",
                "/DocumentReference/$docref; a-letter",
                "/DocumentReference/$docref?start=2026-11-01&end=2026-11-30&type=http://loinc.org|34117-2; a-letter",
                "/DocumentReference/$docref?on-demand=false&start=2026; a-letter",
                "/Observation/$lastn?category=http://snomed.info/sct|118228005,http://snomed.info/sct|384821006; ''",
                "/Observation/$lastn?code=http://loinc.org|85354-9; a-pressure",
            })
    void it_finds_the_own_with_and_without_a_patient(String path, String found) {
        String type = path.substring(1).split("[?/]", 2)[0];
        String[] expected = found.isEmpty() ? new String[0] : new String[] {type + "/" + found};
        String encoded = path.replace("|", "%7C");

        Reply without = door.get(ANNA, encoded);
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.matches()).containsExactly(expected);
        assertThat(door.get(ANNA, encoded + (path.contains("?") ? "&" : "?") + "patient=Patient/anna")
                        .matches())
                .containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "birthdate=1979-03-14, 1",
        "birthdate=1980, 0",
        "gender=female, 1",
        "gender=male, 0",
        "family=voor&given=Änn, 1",
        "name=ANNA, 1",
        "name=bram, 0",
        "family=beeld, 0"
    })
    void a_patient_is_found_by_who_it_is(String query, int found) {
        assertThat(door.get(ANNA, "/Patient?" + query.replace("Ä", "%C3%84")).matches())
                .hasSize(found);
    }
}

package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.binary;
import static nl.inzage.fhir.view.Examples.document;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static nl.inzage.fhir.view.Examples.practitioner;
import static nl.inzage.fhir.view.Examples.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.narrow.DoorFixture.Reply;
import nl.inzage.fhir.narrow.DoorFixture.Token;
import nl.inzage.fhir.view.Examples;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person or app gets at the narrow door, from a database with released, hidden and other people's rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NarrowDoorTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Token ANNA = patient("anna");
    private static final Token DESK = new Token(Map.of(
            "fhirUser", "Practitioner/desk", "grant", "g-desk", "hospital", "linde", "scope", "openid fhirUser"));

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void store() {
        Patient anna = Examples.patient("anna");
        anna.addIdentifier().setSystem("http://fhir.nl/fhir/NamingSystem/bsn").setValue("999990019");
        anna.addGeneralPractitioner(new Reference("Practitioner/gp"));
        anna.addLink().setOther(new Reference("Patient/bram"));
        door.view.store(anna, Examples.patient("bram"));
        door.view.store(practitioner("gp"), practitioner("desk"), practitioner("stranger"), practitioner("of-hidden"));

        Observation weight = observation("weight", "anna", "vital-signs");
        weight.setEffective(new DateTimeType("2026-10-05"));
        weight.addHasMember(new Reference("Observation/weight-part"));
        Observation hidden = lab("hidden", "anna", door.view.issuedForReleaseIn(DAY));
        hidden.addPerformer(new Reference("Practitioner/of-hidden"));
        door.view.store(
                lab("old", "anna", door.view.issuedForReleaseIn(-DAY)),
                hidden,
                weight,
                observation("weight-part", "anna", "vital-signs"),
                lab("of-bram", "bram", door.view.issuedForReleaseIn(-DAY)));
        door.view.delete(observation("weight-part", "anna", "vital-signs"));
        door.view.store(observation("weight-part", "anna", "vital-signs"));
        Observation deleted = observation("deleted", "anna", "vital-signs");
        door.view.store(deleted);
        door.view.delete(deleted);

        Observation derived = observation("derived", "anna", "vital-signs");
        derived.addDerivedFrom(new Reference("Observation/hidden").setDisplay("Hemoglobine 8.1"));
        derived.addDerivedFrom(new Reference("Observation/old").setDisplay("Uitslag"));
        derived.addPerformer(new Reference("Patient/bram"));
        door.view.store(derived);

        door.view.store(report("r1", "anna", door.view.issuedForReleaseIn(-DAY), "old"));
        door.view.store(
                binary("b1"),
                binary("b2"),
                binary("orphan"),
                document("d1", "anna", "b1"),
                document("d2", "anna", "b2", "Observation/hidden"));
        storeMedication();
    }

    private void storeMedication() {
        Medication medication = new Medication();
        medication.setId("paracetamol");
        MedicationRequest request = new MedicationRequest();
        request.setId("m1");
        request.setSubject(new Reference("Patient/anna"));
        request.setAuthoredOn(new DateTimeType("2026-11-01").getValue());
        request.setMedication(new Reference("Medication/paracetamol"));
        door.view.store(medication, request);
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @Test
    void a_patient_reads_the_own_released_rows_and_searches_them_newest_first() {
        assertThat(door.get(ANNA, "/Patient/anna").json().at("/name/0/family").asText())
                .isEqualTo("Voorbeeld");
        assertThat(door.get(ANNA, "/Observation/old")
                        .json()
                        .at("/valueQuantity/value")
                        .decimalValue())
                .isEqualByComparingTo("8.10");

        Reply found = door.get(ANNA, "/Observation");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.headers())
                .containsEntry("Content-Type", "application/fhir+json;charset=UTF-8")
                .containsEntry("Cache-Control", "no-store");
        assertThat(found.matches())
                .containsExactly(
                        "Observation/weight-part", "Observation/old", "Observation/derived", "Observation/weight");
        assertThat(door.get(ANNA, "/Observation?_sort=date").matches())
                .containsExactly(
                        "Observation/weight", "Observation/derived", "Observation/old", "Observation/weight-part");
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
    void tokens_dates_and_ids_narrow_the_answer() {
        assertThat(door.get(ANNA, "/Observation?category=laboratory").matches()).containsExactly("Observation/old");
        assertThat(door.get(ANNA, "/Observation?category=" + Examples.CATEGORY + "%7Claboratory")
                        .matches())
                .containsExactly("Observation/old");
        assertThat(door.get(ANNA, "/Observation?category=laboratory,vital-signs&patient=anna")
                        .matches())
                .hasSize(4);
        assertThat(door.get(ANNA, "/Observation?category=http://elders%7Claboratory")
                        .matches())
                .isEmpty();
        assertThat(door.get(ANNA, "/Observation?code=718-7,29463-7&status=final&subject=Patient/anna")
                        .matches())
                .hasSize(4);
        assertThat(door.get(ANNA, "/Observation?date=2026-10").matches()).containsExactly("Observation/weight");
        assertThat(door.get(ANNA, "/Observation?date=ge2026-10-05&date=lt2026-11-01")
                        .matches())
                .containsExactly("Observation/weight");
        assertThat(door.get(ANNA, "/Observation?date=gt2026-10-05").matches()).hasSize(3);
        assertThat(door.get(ANNA, "/Observation?date=le2026-10-05").matches()).containsExactly("Observation/weight");
        assertThat(door.get(ANNA, "/Observation?_id=old,hidden,of-bram").matches())
                .containsExactly("Observation/old");
        assertThat(door.get(ANNA, "/Patient").matches()).containsExactly("Patient/anna");
    }

    @Test
    void an_identifier_is_taken_by_post_only_and_shown_in_no_link() {
        Map<String, String> form = Map.of("identifier", "http://fhir.nl/fhir/NamingSystem/bsn|999990019");
        Reply found = door.post(ANNA, "/Patient/_search", form);

        assertThat(found.matches()).containsExactly("Patient/anna");
        assertThat(found.link("self")).isEqualTo("/Patient");
        assertThat(door.post(patient("bram"), "/Patient/_search", form).matches())
                .isEmpty();
        assertThat(door.get(ANNA, "/Patient?identifier=999990019").status()).isEqualTo(400);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        String path = "/Observation?_count=1&_sort=-date";
        StringBuilder seen = new StringBuilder();
        while (!path.isEmpty()) {
            Reply page = door.get(ANNA, path);
            assertThat(page.matches()).hasSize(1);
            seen.append(page.matches().get(0)).append(' ');
            path = page.link("next");
        }
        assertThat(seen.toString().strip().split(" ", -1))
                .containsExactly(
                        "Observation/weight-part", "Observation/old", "Observation/derived", "Observation/weight");
    }

    @Test
    void a_cursor_is_good_for_its_patient_grant_and_query_only() {
        String next = door.get(ANNA, "/Observation?_count=1").link("next");

        assertThat(door.get(ANNA, next).status()).isEqualTo(200);
        assertThat(door.get(patient("bram"), next).status()).isEqualTo(400);
        assertThat(door.get(ANNA.with("grant", "another"), next).status()).isEqualTo(400);
        assertThat(door.get(ANNA, next + "&category=laboratory").status()).isEqualTo(400);
        assertThat(door.get(ANNA, next.replace("/Observation", "/Condition")).status())
                .isEqualTo(400);
        assertThat(door.get(ANNA, next.substring(0, next.length() - 4) + "AAAA").status())
                .isEqualTo(400);
        assertThat(door.get(ANNA, "/Observation?_cursor=x").status()).isEqualTo(400);
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
    void who_is_named_by_a_visible_resource_can_be_read() {
        assertThat(door.get(ANNA, "/Practitioner/gp").status()).isEqualTo(200);
        assertThat(door.get(patient("bram"), "/Practitioner/gp").status()).isEqualTo(404);
    }

    @Test
    void a_document_is_served_as_its_content_or_as_fhir_when_asked_by_name() {
        Reply raw = door.get(ANNA, "/Binary/b1", "application/pdf, */*;q=0.1");
        assertThat(raw.text()).isEqualTo("%PDF-1.7 b1");
        assertThat(raw.headers())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store");
        assertThat(raw.headers().get("Content-Disposition"))
                .startsWith("inline")
                .contains("Brief_cardiologie.pdf");

        Reply fhir = door.get(ANNA, "/Binary/b1", "application/fhir+json");
        assertThat(fhir.json().path("contentType").asText()).isEqualTo("application/pdf");
        assertThat(door.get(ANNA.with("scope", "patient/DocumentReference.rs"), "/Binary/b1")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void without_a_patient_only_the_own_resource_can_be_read() {
        assertThat(door.get(DESK, "/Practitioner/desk").status()).isEqualTo(200);
        assertThat(door.get(DESK, "/Practitioner/gp").status()).isEqualTo(403);
        assertThat(door.get(DESK, "/Patient/anna").status()).isEqualTo(403);
        assertThat(door.get(DESK.with("scope", "openid fhirUser patient/*.rs"), "/Observation")
                        .status())
                .isEqualTo(403);
        assertThat(door.get(DESK.with("scope", "openid"), "/Practitioner/desk").status())
                .isEqualTo(403);
    }

    @Test
    void the_own_resource_can_be_read_with_fhirUser_alone() {
        Token narrow = ANNA.with("scope", "openid fhirUser");

        assertThat(door.get(narrow, "/Patient/anna").status()).isEqualTo(200);
        assertThat(door.get(narrow.without("patient"), "/Patient/anna").status())
                .isEqualTo(200);
        assertThat(door.get(narrow, "/Patient").status()).isEqualTo(403);
        assertThat(door.get(narrow, "/Patient/bram").status()).isEqualTo(403);
    }

    @Test
    void scopes_are_enforced_per_type_and_interaction() {
        Token reads = ANNA.with("scope", "patient/Observation.r");

        assertThat(door.get(reads, "/Observation/old").status()).isEqualTo(200);
        assertThat(door.get(reads, "/Observation").status()).isEqualTo(403);
        assertThat(door.get(reads, "/Condition").status()).isEqualTo(403);
        assertThat(door.get(ANNA.with("scope", "user/*.rs system/*.rs"), "/Observation")
                        .status())
                .isEqualTo(403);
        assertThat(door.get(ANNA, "/Observation?patient=bram").status()).isEqualTo(403);
    }

    @Test
    void a_narrowed_scope_is_honoured_in_search_read_and_include_or_refused() {
        String laboratory = "patient/Observation.rs?category=" + Examples.CATEGORY + "|laboratory";
        Token labs = ANNA.with("scope", laboratory + " patient/DiagnosticReport.rs");
        assertThat(door.get(labs, "/Observation").matches()).containsExactly("Observation/old");
        assertThat(door.get(labs, "/Observation/weight").status()).isEqualTo(404);
        assertThat(door.get(labs, "/DiagnosticReport?_include=DiagnosticReport:result")
                        .entries("include"))
                .containsExactly("Observation/old");

        Token vitals = ANNA.with("scope", "patient/Observation.rs?category=vital-signs patient/DiagnosticReport.rs");
        assertThat(door.get(vitals, "/DiagnosticReport?_include=DiagnosticReport:result")
                        .entries("include"))
                .isEmpty();
        assertThat(door.get(ANNA.with("scope", "patient/Observation.rs?date=gt2020"), "/Observation")
                        .status())
                .isEqualTo(403);
        assertThat(door.get(ANNA.with("scope", "patient/Observation.rs?category:not=x"), "/Observation")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_hidden_part_takes_its_report_along() {
        DiagnosticReport both = report("r2", "anna", door.view.issuedForReleaseIn(-DAY), "hidden");
        door.view.store(both);

        assertThat(door.get(ANNA, "/DiagnosticReport/r2").status()).isEqualTo(404);
        assertThat(door.get(ANNA, "/DiagnosticReport").matches()).doesNotContain("DiagnosticReport/r2");
        door.view.delete(both);
    }
}

package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import nl.inzage.fhir.view.Examples;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is left of a resource that names something hidden tells no more than one that never did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutReferencesTest {

    private final DoorFixture door = new DoorFixture();

    @BeforeAll
    void aHiddenResult() {
        door.view.store(Examples.patient("anna"));
        door.view.store(lab(
                "hidden",
                "anna",
                door.view.issuedForReleaseIn(Duration.ofDays(1).toMillis())));
    }

    @AfterAll
    void close() throws Exception {
        door.close();
    }

    @Test
    void an_extension_goes_with_the_reference_that_it_holds() {
        Condition condition = condition("extended");
        condition.addExtension("https://linde.example/source", hidden());
        Extension nested = condition.addExtension();
        nested.setUrl("https://linde.example/sources");
        nested.addExtension("first", hidden());
        door.view.store(condition);

        assertThat(read("Condition/extended").has("extension")).isFalse();
    }

    @Test
    void a_reference_by_number_or_in_words_goes_when_it_may_name_something_hidden() {
        Condition condition = condition("logical");
        Reference numbered = new Reference().setDisplay("HIV-test positief");
        numbered.getIdentifier().setValue("order-1");
        condition.addEvidence().addDetail(numbered);
        condition.addExtension("https://linde.example/source", new Reference().setDisplay("HIV-test positief"));
        condition.setEncounter(new Reference().setType("Observation").setDisplay("HIV-test positief"));
        door.view.store(condition);

        assertThat(read("Condition/logical").has("evidence")).isFalse();
        assertThat(read("Condition/logical").has("extension")).isFalse();
        assertThat(read("Condition/logical").has("encounter")).isFalse();
    }

    @Test
    void a_reference_in_words_stays_when_it_says_who_or_with_what() {
        Condition condition = condition("who");
        condition.setAsserter(new Reference().setDisplay("Dr. Zonder Nummer"));
        condition.addExtension(
                "https://linde.example/with",
                new Reference().setType("Medication").setDisplay("Paracetamol"));
        MedicationRequest request = new MedicationRequest();
        request.setId("words");
        request.setStatus(MedicationRequestStatus.ACTIVE);
        request.setAuthoredOn(Date.from(Instant.parse("2026-11-01T08:30:00Z")));
        request.setSubject(new Reference("Patient/anna"));
        request.setMedication(new Reference().setDisplay("Paracetamol"));
        door.view.store(condition, request);

        assertThat(read("Condition/who").at("/asserter/display").asText()).isEqualTo("Dr. Zonder Nummer");
        assertThat(read("Condition/who")
                        .at("/extension/0/valueReference/display")
                        .asText())
                .isEqualTo("Paracetamol");
        assertThat(read("MedicationRequest/words")
                        .at("/medicationReference/display")
                        .asText())
                .isEqualTo("Paracetamol");
    }

    @Test
    void a_reference_to_what_is_never_shown_goes() {
        Condition condition = condition("impressed");
        condition.addStage().addAssessment(new Reference("ClinicalImpression/1").setDisplay("HIV"));
        door.view.store(condition);

        assertThat(read("Condition/impressed").has("stage")).isFalse();
    }

    @Test
    void an_extension_keeps_what_else_it_says() {
        Condition condition = condition("mixed");
        Extension nested = condition.addExtension();
        nested.setUrl("https://linde.example/sources");
        nested.addExtension("first", hidden());
        nested.addExtension("note", new StringType("kept"));
        door.view.store(condition);

        assertThat(read("Condition/mixed").at("/extension/0/extension").findValuesAsText("url"))
                .containsExactly("note");
    }

    @Test
    void a_relation_goes_with_the_target_that_it_must_have() {
        DocumentReference document = Examples.document("appended", "anna", "b1");
        document.addRelatesTo().setCode(DocumentRelationshipType.APPENDS).setTarget(hidden());
        door.view.store(document);

        assertThat(read("DocumentReference/appended").has("relatesTo")).isFalse();
    }

    @Test
    void evidence_keeps_the_code_that_it_has_beside_the_reference() {
        Condition condition = condition("evident");
        condition
                .addEvidence()
                .addCode(new CodeableConcept(new Coding(Examples.LOINC, "718-7", "Hemoglobine")))
                .addDetail(hidden());
        condition.addEvidence().addDetail(hidden());
        door.view.store(condition);

        JsonNode evidence = read("Condition/evident").path("evidence");
        assertThat(evidence).hasSize(1);
        assertThat(evidence.at("/0/code/0/coding/0/code").asText()).isEqualTo("718-7");
        assertThat(evidence.get(0).has("detail")).isFalse();
    }

    private static Condition condition(String id) {
        Condition condition = new Condition();
        condition.setId(id);
        condition.setSubject(new Reference("Patient/anna"));
        condition.setRecordedDateElement(new DateTimeType("2026-11-02"));
        return condition;
    }

    private static Reference hidden() {
        return new Reference("Observation/hidden").setDisplay("Hemoglobine 8.1");
    }

    private JsonNode read(String key) {
        return door.get(patient("anna"), "/" + key).json();
    }
}

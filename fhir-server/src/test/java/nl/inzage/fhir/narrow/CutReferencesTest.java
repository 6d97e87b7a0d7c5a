package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.narrow.DoorFixture.patient;
import static nl.inzage.fhir.view.Examples.lab;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import nl.inzage.fhir.view.Examples;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Extension;
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

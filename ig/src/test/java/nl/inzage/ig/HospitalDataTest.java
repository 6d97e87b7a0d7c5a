package nl.inzage.ig;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Habits of real Dutch data that a profile must live with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HospitalDataTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final IgPackage ig = IgPackage.read(R4);
    private final PushValidator validator = new PushValidator(R4);

    @Test
    void aReferenceInsideATransactionIsAccepted() {
        Observation glucose = example(Observation.class, "glucose");
        glucose.setSubject(new Reference("urn:uuid:6f2c1a4e-2d0b-4b7e-9d55-0c8a7d1e2f30"));
        assertAccepted(glucose);
    }

    @Test
    void aConditionalReferenceIsAccepted() {
        Observation glucose = example(Observation.class, "glucose");
        glucose.setSubject(new Reference("Patient?identifier=https://linde.example/id/patient|4210017"));
        assertAccepted(glucose);
    }

    @Test
    void aDutchCodeBesideTheRequiredOneIsAccepted() {
        Condition diabetes = example(Condition.class, "diabetes");
        diabetes.setVerificationStatus(new CodeableConcept()
                .addCoding(new Coding(
                        "http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed", "Confirmed"))
                .addCoding(new Coding("http://snomed.info/sct", "410605003", "bewezen")));
        assertAccepted(diabetes);
    }

    @Test
    void aWrongCodeForARequiredBindingIsStillRefused() {
        Condition diabetes = example(Condition.class, "diabetes");
        diabetes.setVerificationStatus(new CodeableConcept()
                .addCoding(new Coding(
                        "http://terminology.hl7.org/CodeSystem/condition-ver-status", "perhaps", "Perhaps")));
        assertThat(Findings.of(validator.validate(diabetes)).errors())
                .anyMatch(error -> error.contains("verificationStatus"));
    }

    @Test
    void aLanguageOfNlCoreIsAccepted() {
        Patient sanne = example(Patient.class, "sanne-de-vries");
        sanne.addCommunication()
                .setLanguage(new CodeableConcept().addCoding(new Coding("urn:oid:1.0.639.1", "nl", "Nederlands")));
        assertAccepted(sanne);
    }

    @Test
    void aClaimedNlCoreProfileIsNoReasonToRefuse() {
        Patient sanne = example(Patient.class, "sanne-de-vries");
        sanne.getMeta().addProfile("http://nictiz.nl/fhir/StructureDefinition/nl-core-Patient");
        assertAccepted(sanne);
    }

    @Test
    void aCommentInXmlIsAccepted() {
        assertAccepted(
                R4.newXmlParser()
                        .parseResource(
                                """
                <Patient xmlns="http://hl7.org/fhir">
                  <!-- sent by hand -->
                  <id value="commented"/>
                  <identifier><system value="https://linde.example/id/patient"/><value value="1"/></identifier>
                  <name><text value="J. Jansen"/></name>
                  <birthDate value="1950-01-01"/>
                </Patient>"""));
    }

    private void assertAccepted(IBaseResource resource) {
        assertThat(Findings.of(validator.validate(resource)).errors()).isEmpty();
    }

    private <T extends IBaseResource> T example(Class<T> type, String id) {
        return ig.examples().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(found -> found.getIdElement().getIdPart().equals(id))
                .findAny()
                .orElseThrow();
    }
}

package nl.inzage.launcher.demo.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Type;

/** Codes and profiles as Dutch systems write them. */
final class Codes {

    static final String LOINC = "http://loinc.org";
    static final String SNOMED = "http://snomed.info/sct";
    static final String ATC = "http://www.whocc.no/atc";
    static final String ICD10 = "http://hl7.org/fhir/sid/icd-10-nl";
    static final String UCUM = "http://unitsofmeasure.org";

    private static final String NICTIZ = "http://nictiz.nl/fhir/StructureDefinition/";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private Codes() {}

    static Meta profile(String nictizName) {
        return new Meta().addProfile(NICTIZ + nictizName);
    }

    static Extension nictizExtension(String name) {
        return new Extension(NICTIZ + name);
    }

    /** An extension of this project's own package. */
    static Extension inzageExtension(String name, Type value) {
        return new Extension("https://inzage.nl/fhir/StructureDefinition/" + name, value);
    }

    static Coding hl7(String codeSystem, String code, String display) {
        return new Coding(HL7 + codeSystem, code, display);
    }

    static CodeableConcept concept(Coding coding) {
        return new CodeableConcept().addCoding(coding);
    }

    static CodeableConcept concept(String text, Coding coding) {
        return concept(coding).setText(text);
    }

    static CodeableConcept named(String text, String system, Optional<String> code) {
        CodeableConcept concept = new CodeableConcept().setText(text);
        code.ifPresent(value -> concept.addCoding(new Coding(system, value, null)));
        return concept;
    }
}

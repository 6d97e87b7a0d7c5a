package nl.inzage.fhir.view;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Small resources of fictional people. */
public final class Examples {

    public static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    public static final String LOINC = "http://loinc.org";

    private Examples() {}

    public static Patient patient(String id) {
        Patient patient = new Patient();
        patient.setId(id);
        patient.addName().setFamily("Voorbeeld").addGiven("Anna");
        return patient;
    }

    public static Observation lab(String id, String patient, Date issued) {
        Observation observation = observation(id, patient, "laboratory");
        observation.setIssued(issued);
        return observation;
    }

    public static Observation observation(String id, String patient, String category) {
        Observation observation = new Observation();
        observation.setId(id);
        observation.setStatus(ObservationStatus.FINAL);
        observation.addCategory().addCoding().setSystem(CATEGORY).setCode(category);
        observation.setCode(new CodeableConcept(code(category)));
        observation.setSubject(new Reference("Patient/" + patient));
        observation.setEffective(new DateTimeType("2026-11-01T08:30:00+01:00"));
        observation.setValue(new Quantity().setValue(new BigDecimal("8.10")).setUnit("mmol/L"));
        return observation;
    }

    private static Coding code(String category) {
        return switch (category) {
            case "vital-signs" -> new Coding(LOINC, "29463-7", "Gewicht");
            case "social-history" -> new Coding(LOINC, "72166-2", "Roken");
            default -> new Coding(LOINC, "718-7", "Hemoglobine");
        };
    }

    public static DiagnosticReport report(String id, String patient, Date issued, String... results) {
        DiagnosticReport report = new DiagnosticReport();
        report.setId(id);
        report.setStatus(DiagnosticReportStatus.FINAL);
        report.setIssued(issued);
        report.addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v2-0074")
                .setCode("LAB");
        report.setEffective(new DateTimeType("2026-11-01T08:30:00+01:00"));
        report.setSubject(new Reference("Patient/" + patient));
        for (String result : results) {
            report.addResult(new Reference("Observation/" + result).setDisplay("Uitslag " + result));
        }
        return report;
    }

    public static DocumentReference document(String id, String patient, String binary, String... related) {
        DocumentReference document = new DocumentReference();
        document.setId(id);
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.setType(new CodeableConcept(new Coding(LOINC, "68608-9", "Summary note")));
        document.setSubject(new Reference("Patient/" + patient));
        document.setDate(Date.from(Instant.parse("2026-11-01T08:30:00Z")));
        document.addContent()
                .getAttachment()
                .setContentType("application/pdf")
                .setUrl("Binary/" + binary)
                .setTitle("Brief cardiologie");
        for (String reference : related) {
            document.getContext().addRelated(new Reference(reference));
        }
        return document;
    }

    public static Binary binary(String id) {
        Binary binary = new Binary();
        binary.setId(id);
        binary.setContentType("application/pdf");
        binary.setData(("%PDF-1.7 " + id).getBytes(StandardCharsets.UTF_8));
        return binary;
    }

    public static Practitioner practitioner(String id) {
        Practitioner practitioner = new Practitioner();
        practitioner.setId(id);
        practitioner.addName().setFamily("Dokter");
        return practitioner;
    }
}

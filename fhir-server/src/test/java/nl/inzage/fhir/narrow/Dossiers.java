package nl.inzage.fhir.narrow;

import static nl.inzage.fhir.view.Examples.binary;
import static nl.inzage.fhir.view.Examples.document;
import static nl.inzage.fhir.view.Examples.lab;
import static nl.inzage.fhir.view.Examples.observation;
import static nl.inzage.fhir.view.Examples.practitioner;
import static nl.inzage.fhir.view.Examples.report;

import java.time.Duration;
import nl.inzage.fhir.view.Examples;
import nl.inzage.fhir.view.ViewFixture;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** The dossiers of Anna and Bram, with what is released, hidden, deleted and of others. */
final class Dossiers {

    static final long DAY = Duration.ofDays(1).toMillis();

    private Dossiers() {}

    static void storeIn(ViewFixture view) {
        Patient anna = Examples.patient("anna");
        anna.addIdentifier().setSystem("http://fhir.nl/fhir/NamingSystem/bsn").setValue("999990019");
        anna.addGeneralPractitioner(new Reference("Practitioner/gp"));
        anna.addLink().setOther(new Reference("Patient/bram"));
        view.store(anna, Examples.patient("bram"));
        view.store(practitioner("gp"), practitioner("desk"), practitioner("stranger"), practitioner("of-hidden"));

        Observation weight = observation("weight", "anna", "vital-signs");
        weight.setEffective(new DateTimeType("2026-10-05"));
        weight.addHasMember(new Reference("Observation/weight-part"));
        Observation hidden = lab("hidden", "anna", view.issuedForReleaseIn(DAY));
        hidden.addPerformer(new Reference("Practitioner/of-hidden"));
        view.store(
                lab("old", "anna", view.issuedForReleaseIn(-DAY)),
                hidden,
                weight,
                observation("weight-part", "anna", "vital-signs"),
                lab("of-bram", "bram", view.issuedForReleaseIn(-DAY)));
        view.delete(observation("weight-part", "anna", "vital-signs"));
        view.store(observation("weight-part", "anna", "vital-signs"));
        Observation deleted = observation("deleted", "anna", "vital-signs");
        view.store(deleted);
        view.delete(deleted);

        Observation derived = observation("derived", "anna", "vital-signs");
        derived.addDerivedFrom(new Reference("Observation/hidden").setDisplay("Hemoglobine 8.1"));
        derived.addDerivedFrom(new Reference("Observation/old").setDisplay("Uitslag"));
        derived.addPerformer(new Reference("Patient/bram"));
        view.store(derived);

        view.store(report("r1", "anna", view.issuedForReleaseIn(-DAY), "old"));
        view.store(
                binary("b1"),
                binary("b2"),
                binary("orphan"),
                document("d1", "anna", "b1"),
                document("d2", "anna", "b2", "Observation/hidden"));
        storeMedication(view);
    }

    private static void storeMedication(ViewFixture view) {
        Medication medication = new Medication();
        medication.setId("paracetamol");
        MedicationRequest request = new MedicationRequest();
        request.setId("m1");
        request.setSubject(new Reference("Patient/anna"));
        request.setAuthoredOn(new DateTimeType("2026-11-01").getValue());
        request.setMedication(new Reference("Medication/paracetamol"));
        view.store(medication, request);
    }
}

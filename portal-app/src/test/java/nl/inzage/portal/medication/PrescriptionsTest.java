package nl.inzage.portal.medication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrescriptionsTest {

    /** Every medicine here has its name in itself: no dossier is asked. */
    private final Prescriptions prescriptions =
            new Prescriptions(new MedicineNames(null), Notation.in(Locale.forLanguageTag("nl-NL")));

    @Test
    void whatAPatientToldIsNotPrescribedByThatPatient() {
        MedicineView used = prescriptions.used(toldBy(new Reference("Patient/anna").setDisplay("Anna Visser")));

        assertThat(used.prescriber()).isEmpty();
        assertThat(used.toldByPatient()).isTrue();
    }

    @Test
    void whatADaughterToldIsNeitherPrescribedNorToldByThePatient() {
        MedicineView used = prescriptions.used(
                toldBy(new Reference().setType("RelatedPerson").setDisplay("Dochter")));

        assertThat(used.prescriber()).isEmpty();
        assertThat(used.toldByPatient()).isFalse();
    }

    @Test
    void whatADoctorToldKeepsTheNameOfTheDoctor() {
        MedicineView used =
                prescriptions.used(toldBy(new Reference("Practitioner/bakker").setDisplay("Dr. M. Bakker")));

        assertThat(used.prescriber()).isEqualTo("Dr. M. Bakker");
        assertThat(used.toldByPatient()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", ""})
    void aMedicineOfWhichTheStateIsNotKnownIsNotCalledStopped(String status) {
        MedicationRequest request = new MedicationRequest();
        request.setMedication(new CodeableConcept().setText("Metformine"));
        request.setStatus(status.isEmpty() ? null : MedicationRequest.MedicationRequestStatus.fromCode(status));

        MedicineView prescribed = prescriptions.prescribed(request);

        assertThat(prescribed.state()).isEqualTo("unknown");
        assertThat(prescribed.current()).isTrue();
    }

    private static MedicationStatement toldBy(Reference source) {
        MedicationStatement statement = new MedicationStatement();
        statement.setMedication(new CodeableConcept().setText("Vitamine D"));
        statement.setInformationSource(source);
        return statement;
    }
}

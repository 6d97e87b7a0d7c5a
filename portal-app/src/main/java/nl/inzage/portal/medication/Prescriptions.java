package nl.inzage.portal.medication;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Puts what was prescribed, and what somebody says to use, in the same words. */
record Prescriptions(MedicineNames names, Notation notation) {

    /** Who tells about a medicine is its prescriber at most when it is one of these; otherwise a patient would be. */
    private static final Set<String> CARE_PROVIDERS = Set.of("Practitioner", "PractitionerRole", "Organization");

    MedicineView prescribed(MedicationRequest request) {
        Period period = request.getDosageInstructionFirstRep()
                        .getTiming()
                        .getRepeat()
                        .hasBoundsPeriod()
                ? request.getDosageInstructionFirstRep().getTiming().getRepeat().getBoundsPeriod()
                : request.getDispenseRequest().getValidityPeriod();
        return new MedicineView(
                names.of(request.getMedication()),
                dosage(request.getDosageInstruction()),
                reasons(request.getReasonCode()),
                empty(request.getRequester().getDisplay()),
                date(period.hasStart() ? period.getStartElement() : request.getAuthoredOnElement()),
                date(period.getEndElement()),
                state(request.hasStatus() ? request.getStatus().toCode() : ""),
                false);
    }

    MedicineView used(MedicationStatement statement) {
        String source = type(statement.getInformationSource());
        Period period = statement.hasEffectivePeriod() ? statement.getEffectivePeriod() : new Period();
        DateTimeType start =
                statement.hasEffectiveDateTimeType() ? statement.getEffectiveDateTimeType() : period.getStartElement();
        return new MedicineView(
                names.of(statement.getMedication()),
                dosage(statement.getDosage()),
                reasons(statement.getReasonCode()),
                CARE_PROVIDERS.contains(source)
                        ? empty(statement.getInformationSource().getDisplay())
                        : "",
                date(start),
                date(period.getEndElement()),
                state(statement.hasStatus() ? statement.getStatus().toCode() : ""),
                "Patient".equals(source));
    }

    /** The two types have nearly the same states: https://hl7.org/fhir/R4/valueset-medicationrequest-status.html */
    private static String state(String code) {
        return switch (code) {
            case "active", "intended" -> "active";
            case "on-hold" -> "paused";
            case "completed" -> "finished";
            case "unknown", "" -> "unknown";
            default -> "stopped";
        };
    }

    /** Empty when the hospital wrote only a name. */
    private static String type(Reference someone) {
        String type = someone.hasType()
                ? someone.getType()
                : someone.getReferenceElement().getResourceType();
        return empty(type);
    }

    private static String dosage(List<Dosage> dosages) {
        return dosages.stream()
                .map(dosage -> dosage.hasPatientInstruction() ? dosage.getPatientInstruction() : dosage.getText())
                .filter(text -> text != null)
                .collect(Collectors.joining(" "));
    }

    private static String reasons(List<CodeableConcept> reasons) {
        return reasons.stream()
                .map(reason -> reason.hasText()
                        ? reason.getText()
                        : reason.getCodingFirstRep().getDisplay())
                .filter(text -> text != null)
                .collect(Collectors.joining(", "));
    }

    private String date(DateTimeType date) {
        return date == null || !date.hasValue() ? "" : notation.date(date);
    }

    private static String empty(String text) {
        return text == null ? "" : text;
    }
}

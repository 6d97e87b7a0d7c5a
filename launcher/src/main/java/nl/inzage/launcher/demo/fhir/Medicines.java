package nl.inzage.launcher.demo.fhir;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import nl.inzage.launcher.demo.people.Medicine;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;

/** Medicines that somebody prescribed (mp-MedicationAgreement) or that are bought without prescription. */
final class Medicines {

    private static final LocalTime PRESCRIBING = LocalTime.of(10, 45);

    private final DossierDraft dossier;

    Medicines(DossierDraft dossier) {
        this.dossier = dossier;
    }

    void add(Medicine from) {
        if (from.by().isPresent()) {
            addAgreement(from, from.by().get());
        } else {
            addOwnUse(from);
        }
    }

    private void addAgreement(Medicine from, String prescriber) {
        MedicationRequest request = new MedicationRequest();
        request.setMeta(Codes.profile("mp-MedicationAgreement"));
        Identifier identifier = dossier.identifier("medicatieafspraak", from.number());
        request.addIdentifier(identifier);
        request.setStatus(status(from));
        if (from.repeat()) {
            request.addExtension(Codes.inzageExtension("medication-repeatable", new BooleanType(true)));
        }
        from.stopped().ifPresent(stop -> request.setStatusReason(new CodeableConcept().setText(stop.reason())));
        request.setIntent(MedicationRequestIntent.ORDER);
        request.setMedication(Codes.named(from.name(), Codes.ATC, Optional.of(from.atc())));
        request.setSubject(dossier.patient());
        request.setAuthoredOnElement(Moments.dateTime(dossier.calendar().workingMoment(from.since(), PRESCRIBING)));
        request.setRequester(dossier.surroundings().professional(prescriber));
        from.reason().ifPresent(reason -> request.addReasonCode(new CodeableConcept().setText(reason)));
        request.addDosageInstruction(dosage(from));
        request.getDispenseRequest()
                .setPerformer(
                        dossier.surroundings().organisation(dossier.person().pharmacy()));
        dossier.draft().put(request, identifier, from.name());
    }

    private void addOwnUse(Medicine from) {
        MedicationStatement statement = new MedicationStatement();
        statement.setMeta(Codes.profile("mp-MedicationUse2"));
        Identifier identifier = dossier.identifier("medicatiegebruik", from.number());
        statement.addIdentifier(identifier);
        boolean over = status(from) != MedicationRequestStatus.ACTIVE;
        statement.setStatus(over ? MedicationStatementStatus.COMPLETED : MedicationStatementStatus.ACTIVE);
        statement.setMedication(Codes.named(from.name(), Codes.ATC, Optional.of(from.atc())));
        statement.setSubject(dossier.patient());
        statement.setInformationSource(dossier.patient());
        statement.setEffective(period(from));
        from.reason().ifPresent(reason -> statement.addReasonCode(new CodeableConcept().setText(reason)));
        statement.addDosage(new Dosage().setText(from.dosage()));
        dossier.draft().put(statement, identifier, from.name());
    }

    private MedicationRequestStatus status(Medicine from) {
        if (from.stopped().isPresent()) {
            return MedicationRequestStatus.STOPPED;
        }
        boolean over = from.until().isPresent() && !from.until().get().isAhead();
        return over ? MedicationRequestStatus.COMPLETED : MedicationRequestStatus.ACTIVE;
    }

    private Dosage dosage(Medicine from) {
        Dosage dosage = new Dosage().setText(from.dosage());
        dosage.getTiming().getRepeat().setBounds(period(from));
        return dosage;
    }

    private Period period(Medicine from) {
        Period period = new Period();
        period.setStartElement(Moments.date(dossier.calendar().day(from.since())));
        Optional<LocalDate> end =
                from.stopped().map(Medicine.Stop::date).or(from::until).map(dossier.calendar()::day);
        end.ifPresent(day -> period.setEndElement(Moments.date(day)));
        return period;
    }
}

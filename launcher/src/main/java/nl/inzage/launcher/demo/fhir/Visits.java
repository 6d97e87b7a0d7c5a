package nl.inzage.launcher.demo.fhir;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import nl.inzage.launcher.demo.people.Hospital.Professional;
import nl.inzage.launcher.demo.people.Visit;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UrlType;

/** Appointments, past and coming. */
final class Visits {

    private static final LocalTime USUAL = LocalTime.of(10, 0);

    private final DossierDraft dossier;

    Visits(DossierDraft dossier) {
        this.dossier = dossier;
    }

    void add(Visit from) {
        ZonedDateTime start = dossier.calendar().workingMoment(from.date(), USUAL);
        Appointment appointment = new Appointment();
        Identifier identifier = dossier.identifier("afspraak", from.number());
        appointment.addIdentifier(identifier);
        String usual = dossier.calendar().isAhead(start) ? "booked" : "fulfilled";
        appointment.setStatus(AppointmentStatus.fromCode(from.status().orElse(usual)));
        appointment.addServiceType(new CodeableConcept().setText(from.title()));
        Professional professional = dossier.surroundings().professionalOf(from.with());
        appointment.addSpecialty(Codes.concept(
                professional.speciality(), new Coding(Systems.AGB_SPECIALITY, professional.agbSpeciality(), null)));
        appointment.setDescription(from.title());
        appointment.setStartElement(Moments.instant(start));
        appointment.setEndElement(Moments.instant(start.plusMinutes(from.minutes())));
        appointment.setMinutesDuration(from.minutes());
        from.instruction().ifPresent(appointment::setPatientInstruction);
        from.video()
                .ifPresent(url ->
                        appointment.addExtension(Codes.inzageExtension("appointment-video-url", new UrlType(url))));
        addParticipant(appointment, dossier.patient());
        addParticipant(appointment, dossier.surroundings().professional(from.with()));
        addParticipant(appointment, dossier.surroundings().clinic(from.clinic()));
        dossier.draft().put(appointment, identifier, from.title());
    }

    private static void addParticipant(Appointment appointment, Reference actor) {
        appointment.addParticipant().setActor(actor).setStatus(ParticipationStatus.ACCEPTED);
    }
}

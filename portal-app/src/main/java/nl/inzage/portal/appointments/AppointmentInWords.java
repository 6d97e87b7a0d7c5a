package nl.inzage.portal.appointments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;

/** Says when, for what, with whom and where; the patient is left out of the list of people. */
record AppointmentInWords(Notation notation, Instant now) {

    AppointmentView of(Appointment appointment) {
        Instant start = appointment.hasStart() ? appointment.getStart().toInstant() : null;
        Instant end = start == null ? null : end(appointment, start);
        return new AppointmentView(
                start == null ? "" : notation.weekday(LocalDate.ofInstant(start, Notation.HOSPITAL_TIME)),
                start == null ? "" : notation.time(start),
                title(appointment),
                participants(appointment, List.of("Practitioner", "PractitionerRole", "HealthcareService")),
                participants(appointment, List.of("Location")),
                appointment.hasPatientInstruction() ? appointment.getPatientInstruction() : "",
                state(appointment, end),
                start,
                end);
    }

    /** Without a known length it may last the whole day: who looks up the way is rather early than sent home. */
    private static Instant end(Appointment appointment, Instant start) {
        if (appointment.hasEnd()) {
            return appointment.getEnd().toInstant();
        }
        return appointment.hasMinutesDuration()
                ? start.plus(Duration.ofMinutes(appointment.getMinutesDuration()))
                : LocalDate.ofInstant(start, Notation.HOSPITAL_TIME)
                        .plusDays(1)
                        .atStartOfDay(Notation.HOSPITAL_TIME)
                        .toInstant();
    }

    private static String title(Appointment appointment) {
        return Stream.of(
                        appointment.hasDescription() ? appointment.getDescription() : null,
                        text(appointment.getServiceType()),
                        text(appointment.getSpecialty()),
                        text(List.of(appointment.getAppointmentType())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String text(List<CodeableConcept> concepts) {
        return concepts.stream()
                .map(concept -> concept.hasText()
                        ? concept.getText()
                        : concept.getCodingFirstRep().getDisplay())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String participants(Appointment appointment, List<String> types) {
        return appointment.getParticipant().stream()
                .map(Appointment.AppointmentParticipantComponent::getActor)
                .filter(actor -> types.contains(type(actor)))
                .map(Reference::getDisplay)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String type(Reference actor) {
        return actor.hasType() ? actor.getType() : actor.getReferenceElement().getResourceType();
    }

    /** https://hl7.org/fhir/R4/valueset-appointmentstatus.html */
    private String state(Appointment appointment, Instant end) {
        return switch (appointment.hasStatus() ? appointment.getStatus().toCode() : "") {
            case "cancelled" -> "cancelled";
            case "noshow" -> "missed";
            case "proposed", "pending", "waitlist" -> "proposed";
            default -> end != null && !end.isAfter(now) ? "done" : "booked";
        };
    }
}

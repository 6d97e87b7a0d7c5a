package nl.inzage.portal.appointments;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.fhir.Query;
import nl.inzage.portal.fhir.Rows;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Appointment;
import org.springframework.stereotype.Component;

/** Reads appointments, and puts one that has ended with those that were. */
@Component
public class AppointmentsReader {

    private static final Query NEWEST = Query.upTo(200).with("_sort", "-date");

    private final Clock clock;

    AppointmentsReader(Clock clock) {
        this.clock = clock;
    }

    /** What is still to come and goes on, for a summary. */
    public Answer<List<AppointmentView>> coming(Dossier dossier, Notation notation) {
        return all(dossier, notation).map(this::coming).map(coming -> coming.stream()
                .filter(appointment -> !appointment.state().equals("cancelled"))
                .toList());
    }

    AppointmentsView read(Dossier dossier, Notation notation) {
        Answer<List<AppointmentView>> all = all(dossier, notation);
        List<AppointmentView> found = all.orElse(List.of());
        return new AppointmentsView(coming(found), past(found), all.unavailable());
    }

    private Answer<List<AppointmentView>> all(Dossier dossier, Notation notation) {
        AppointmentInWords inWords = new AppointmentInWords(notation, clock.instant());
        return dossier.search(Appointment.class, NEWEST).map(Rows::all).map(found -> found.stream()
                .filter(appointment -> appointment.getStatus() != Appointment.AppointmentStatus.ENTEREDINERROR)
                .map(inWords::of)
                .toList());
    }

    private List<AppointmentView> coming(List<AppointmentView> all) {
        Instant now = clock.instant();
        return all.stream()
                .filter(appointment -> !appointment.over(now))
                .sorted(Comparator.comparing(AppointmentView::start, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<AppointmentView> past(List<AppointmentView> all) {
        Instant now = clock.instant();
        return all.stream()
                .filter(appointment -> appointment.over(now))
                .sorted(Comparator.comparing(AppointmentView::start).reversed())
                .toList();
    }
}

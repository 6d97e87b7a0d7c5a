package nl.inzage.launcher.demo.fhir;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.inzage.launcher.demo.people.DutchCalendar;
import nl.inzage.launcher.demo.people.When;

/** When a sample or examination was taken and when its result was issued. */
record LabMoments(ZonedDateTime sampled, ZonedDateTime issued) {

    private static final LocalTime MORNING = LocalTime.of(8, 15);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 40);

    static LabMoments of(When date, Optional<When> issued, DutchCalendar calendar) {
        ZonedDateTime sampled = calendar.workingMoment(date, MORNING);
        return new LabMoments(
                sampled,
                issued.map(told -> calendar.workingMoment(told, AFTERNOON))
                        .orElseGet(() -> calendar.usualIssue(sampled)));
    }
}

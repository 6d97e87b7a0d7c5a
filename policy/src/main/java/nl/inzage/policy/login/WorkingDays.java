package nl.inzage.policy.login;

import java.time.Instant;
import java.time.LocalTime;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.calendar.WorkingCalendar;

/**
 * A number of working days, from at least to at most.
 * An end before the begin is refused with an IllegalArgumentException.
 */
public record WorkingDays(int atLeast, int atMost) {

    private static final LocalTime BEGIN_OF_WORK = LocalTime.of(9, 0);

    public WorkingDays {
        if (atLeast < 0 || atMost < atLeast) {
            throw new IllegalArgumentException("Working days end before they begin");
        }
    }

    /** When it is time: the working day that is the least, at nine in the Netherlands; at once where none has to pass. */
    public Instant from(Instant begin) {
        return atLeast == 0
                ? begin
                : WorkingCalendar.later(DutchCalendar.dateOf(begin), atLeast)
                        .atTime(BEGIN_OF_WORK)
                        .atZone(DutchCalendar.ZONE)
                        .toInstant();
    }
}

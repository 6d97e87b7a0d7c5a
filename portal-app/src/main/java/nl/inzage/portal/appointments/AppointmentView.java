package nl.inzage.portal.appointments;

import java.time.Instant;

/**
 * One appointment.
 *
 * @param day weekday and date in words, empty when no time is set yet
 * @param state booked, proposed, cancelled, missed or done: the last part of {@code appointments.state.*}
 * @param start to sort by, null when no time is set yet
 * @param end until when it is shown as one that comes, null when no time is set yet
 */
public record AppointmentView(
        String day,
        String time,
        String title,
        String with,
        String place,
        String instruction,
        String state,
        Instant start,
        Instant end) {

    boolean over(Instant now) {
        return end != null && !end.isAfter(now);
    }
}

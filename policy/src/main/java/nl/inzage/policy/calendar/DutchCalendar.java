package nl.inzage.policy.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Dates and days as people in the Netherlands count them; summer time included. */
public final class DutchCalendar {

    /** The time zone of every date in a policy. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private DutchCalendar() {}

    /** The same time of day, a number of calendar days later; a time that summer time skips moves forward. */
    public static Instant later(Instant moment, Period days) {
        return moment.atZone(ZONE).plus(days).toInstant();
    }

    /** The same time of day, a number of calendar days or months earlier. */
    public static Instant earlier(Instant moment, Period days) {
        return moment.atZone(ZONE).minus(days).toInstant();
    }

    /** The date on a Dutch calendar at a moment. */
    public static LocalDate dateOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}

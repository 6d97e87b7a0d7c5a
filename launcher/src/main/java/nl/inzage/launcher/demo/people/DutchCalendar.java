package nl.inzage.launcher.demo.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Turns the moments of the data into real ones, counted from the first start, in Dutch time. */
public record DutchCalendar(Instant firstStart) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** The day itself, also when it is in a weekend. */
    public LocalDate day(When when) {
        return when.date(today());
    }

    /** A moment on a working day: a distance that ends in a weekend moves to Friday or, ahead, to Monday. */
    public ZonedDateTime workingMoment(When when, LocalTime usual) {
        LocalDate date = day(when);
        LocalDate workingDay = when.isRelative() ? movedOutOfWeekend(date, when.isAhead()) : date;
        return workingDay.atTime(when.time().orElse(usual)).atZone(ZONE);
    }

    /** When the laboratory is usually done with what it got: the next working day, but not after the first start. */
    public ZonedDateTime usualIssue(ZonedDateTime sampled) {
        LocalDate next = movedOutOfWeekend(sampled.toLocalDate().plusDays(1), true);
        ZonedDateTime issued = next.atTime(15, 40).atZone(ZONE);
        return issued.toInstant().isAfter(firstStart) ? firstStart.atZone(ZONE).withNano(0) : issued;
    }

    /** Whether it lies after the first start. */
    public boolean isAhead(ZonedDateTime moment) {
        return moment.toInstant().isAfter(firstStart);
    }

    private LocalDate today() {
        return firstStart.atZone(ZONE).toLocalDate();
    }

    private static LocalDate movedOutOfWeekend(LocalDate date, boolean ahead) {
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return ahead ? date.plusDays(2) : date.minusDays(1);
        }
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return ahead ? date.plusDays(1) : date.minusDays(2);
        }
        return date;
    }
}

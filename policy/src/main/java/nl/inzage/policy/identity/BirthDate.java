package nl.inzage.policy.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import nl.inzage.policy.calendar.DutchCalendar;

/**
 * When somebody was born, as far as it is known: a FHIR date may be a year or a month only. An age is reached at
 * midnight in the Netherlands at the start of the birthday (seed ambiguity a); who was born on 29 February reaches it
 * on 1 March in a year without that day.
 *
 * @param earliest the first day that it may have been
 * @param latest the last day that it may have been
 */
public record BirthDate(LocalDate earliest, LocalDate latest) {

    public BirthDate {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("A birth date ends before it begins");
        }
    }

    public static BirthDate of(LocalDate day) {
        return new BirthDate(day, day);
    }

    /** Reads {@code 2014}, {@code 2014-05} or {@code 2014-05-17}; another form is a DateTimeParseException. */
    public static BirthDate parse(String fhirDate) {
        if (fhirDate.length() == 4) {
            Year year = Year.parse(fhirDate);
            return new BirthDate(year.atDay(1), year.atMonth(Month.DECEMBER).atEndOfMonth());
        }
        if (fhirDate.length() == 7) {
            YearMonth month = YearMonth.parse(fhirDate);
            return new BirthDate(month.atDay(1), month.atEndOfMonth());
        }
        return of(LocalDate.parse(fhirDate));
    }

    /** Whether the age is reached whatever the day of birth was: for what only an older person may do. */
    public boolean hasSurelyReached(int age, Instant now) {
        return !DutchCalendar.dateOf(now).isBefore(birthday(latest, age));
    }

    /** Whether the age may be reached: for what must stop at an age. */
    public boolean mayHaveReached(int age, Instant now) {
        return !DutchCalendar.dateOf(now).isBefore(firstBirthday(age));
    }

    /** The first day on which the age may be reached. */
    public LocalDate firstBirthday(int age) {
        return birthday(earliest, age);
    }

    private static LocalDate birthday(LocalDate born, int age) {
        LocalDate day = born.plusYears(age);
        return day.getDayOfMonth() < born.getDayOfMonth() ? day.plusDays(1) : day;
    }
}

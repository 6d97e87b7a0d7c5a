package nl.inzage.fhir.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.policy.calendar.DutchCalendar;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;

/**
 * Dates of FHIR as Dutch calendar dates. Of a period, its start; of a partial date, its first day, so that something
 * old never looks newer than it may be. A period without a start has no day.
 */
final class Days {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    private Days() {}

    static Optional<LocalDate> of(Base value) {
        if (value instanceof Period period) {
            return of(period.getStartElement());
        }
        if (value instanceof Timing timing) {
            return timing.getEvent().stream()
                    .flatMap(event -> of(event).stream())
                    .min(LocalDate::compareTo);
        }
        return value instanceof BaseDateTimeType date ? of(date) : Optional.empty();
    }

    private static Optional<LocalDate> of(BaseDateTimeType date) {
        String text = date.getValueAsString();
        Matcher partial = DATE.matcher(text == null ? "" : text);
        return partial.matches() ? firstDay(partial) : moment(date).map(DutchCalendar::dateOf);
    }

    private static Optional<LocalDate> firstDay(Matcher partial) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(partial.group(1)), orFirst(partial.group(2)), orFirst(partial.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int orFirst(String number) {
        return number == null ? 1 : Integer.parseInt(number);
    }

    /** The moment of a date with a time; nothing for a date alone, which does not tell when on that day. */
    static Optional<Instant> moment(BaseDateTimeType date) {
        String text = date.getValueAsString();
        return text != null && text.contains("T")
                ? Optional.ofNullable(date.getValue()).map(value -> value.toInstant())
                : Optional.empty();
    }
}

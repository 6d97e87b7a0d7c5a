package nl.inzage.fhir.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a FHIR date, dateTime or instant covers: a day is the whole day in the Netherlands, unless it says a
 * zone.
 *
 * @param until the first moment after it
 * @see <a href="https://hl7.org/fhir/R4/search.html#date">Search, date</a>
 */
public record TimeSpan(Instant from, Instant until) {

    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static final Pattern FORM = Pattern.compile("(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})"
            + "(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(?<fraction>\\.[0-9]{1,9})?)?"
            + "(?<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?");

    /** The time that a text covers; nothing when it is no FHIR date or dateTime. */
    public static Optional<TimeSpan> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime start = LocalDateTime.of(
                    number(matcher, "year", 0),
                    number(matcher, "month", 1),
                    number(matcher, "day", 1),
                    number(matcher, "hour", 0),
                    number(matcher, "minute", 0),
                    number(matcher, "second", 0));
            ZoneId zone = matcher.group("zone") == null ? NETHERLANDS : ZoneOffset.of(matcher.group("zone"));
            LocalDateTime end = start.plus(1, precision(matcher));
            Instant from = start.atZone(zone).toInstant();
            return Optional.of(
                    matcher.group("fraction") == null
                            ? new TimeSpan(from, end.atZone(zone).toInstant())
                            : ofFraction(from, matcher.group("fraction")));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static TimeSpan ofFraction(Instant second, String fraction) {
        String millis = (fraction.substring(1) + "00").substring(0, 3);
        Instant from = second.plusMillis(Integer.parseInt(millis));
        return new TimeSpan(from, from.plusMillis(1));
    }

    private static TemporalUnit precision(Matcher matcher) {
        if (matcher.group("second") != null) {
            return ChronoUnit.SECONDS;
        }
        if (matcher.group("minute") != null) {
            return ChronoUnit.MINUTES;
        }
        if (matcher.group("day") != null) {
            return ChronoUnit.DAYS;
        }
        return matcher.group("month") == null ? ChronoUnit.YEARS : ChronoUnit.MONTHS;
    }

    private static int number(Matcher matcher, String group, int missing) {
        return matcher.group(group) == null ? missing : Integer.parseInt(matcher.group(group));
    }
}

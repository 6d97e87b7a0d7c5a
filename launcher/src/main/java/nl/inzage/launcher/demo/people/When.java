package nl.inzage.launcher.demo.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment in the data: a date ({@code 1968-03-14}), or a distance from the first start ({@code -3d}, {@code +2w},
 * {@code -8y5m}), each with a time if wanted ({@code -3d 08:30}).
 */
public record When(String text) {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{4}-\\d\\d-\\d\\d)|([+-])(\\d+y)?(\\d+m)?(\\d+w)?(\\d+d)?)(?: (\\d\\d:\\d\\d))?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public When {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a date (1968-03-14) or a distance (-3d, +2w, -8y5m): " + text);
        }
    }

    /** Whether this is a distance from the first start. */
    public boolean isRelative() {
        return text.startsWith("+") || text.startsWith("-");
    }

    /** Whether this is a distance into the future. */
    public boolean isAhead() {
        return text.startsWith("+");
    }

    /** The date, counted from the day of the first start. */
    public LocalDate date(LocalDate start) {
        Matcher parts = parts();
        if (parts.group(1) != null) {
            return parsed(parts.group(1));
        }
        Period distance = Period.of(count(parts.group(3)), count(parts.group(4)), 0)
                .plusDays(7L * count(parts.group(5)) + count(parts.group(6)));
        return isAhead() ? start.plus(distance) : start.minus(distance);
    }

    /** The time of day, if it is told. */
    public Optional<LocalTime> time() {
        return Optional.ofNullable(parts().group(7)).map(LocalTime::parse);
    }

    private Matcher parts() {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(text);
        }
        return matcher;
    }

    private LocalDate parsed(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No such day: " + text, e);
        }
    }

    private static int count(String part) {
        return part == null ? 0 : Integer.parseInt(part.substring(0, part.length() - 1));
    }
}

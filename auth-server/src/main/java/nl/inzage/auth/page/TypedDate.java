package nl.inzage.auth.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date as people type it: 14-3-1968, 14/03/1968, 14 03 1968 or 1968-03-14. */
public final class TypedDate {

    private static final Pattern DUTCH = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

    private TypedDate() {}

    /** The date in the form of FHIR; nothing when this is none. */
    public static Optional<String> read(String typed) {
        Matcher dutch = DUTCH.matcher(typed.strip());
        Matcher iso = ISO.matcher(typed.strip());
        if (dutch.matches()) {
            return date(dutch.group(3), dutch.group(2), dutch.group(1));
        }
        return iso.matches() ? date(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    private static Optional<String> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

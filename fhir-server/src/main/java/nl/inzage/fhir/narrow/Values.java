package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.inzage.fhir.catalogue.Parameter;
import nl.inzage.fhir.narrow.Query.DateTerm;
import nl.inzage.fhir.narrow.Query.Prefix;
import nl.inzage.fhir.view.TimeSpan;
import nl.inzage.fhir.view.Token;

/** Reads the values of parameters; one that cannot be read is refused, never left out. */
final class Values {

    static final int DEFAULT_COUNT = 50;
    static final int MAXIMUM_COUNT = 200;
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private Values() {}

    static int count(String value) {
        if (!COUNT.matcher(value).matches()) {
            throw Refusal.value("_count is a whole number from 1");
        }
        return Math.min(Integer.parseInt(value), MAXIMUM_COUNT);
    }

    static List<String> ids(String value) {
        List<String> ids = alternatives(value);
        if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw Refusal.value("Not an id");
        }
        return ids;
    }

    static List<String> tokens(Parameter parameter, String value) {
        return alternatives(value).stream()
                .map(text -> Token.wanted(parameter.name(), text)
                        .orElseThrow(() -> Refusal.value(parameter.name() + " takes code or system|code"))
                        .text())
                .toList();
    }

    static List<String> beginnings(Parameter parameter, String value) {
        return alternatives(value).stream()
                .map(text -> {
                    if (text.isBlank()) {
                        throw Refusal.value(parameter.name() + " takes the beginning of a name");
                    }
                    return Token.beginning(parameter.name(), text).text();
                })
                .toList();
    }

    static DateTerm date(String value) {
        boolean hasPrefix = value.length() > 2 && Character.isLetter(value.charAt(0));
        Prefix prefix = Prefix.EQ;
        if (hasPrefix) {
            String said = value.substring(0, 2);
            prefix = List.of(Prefix.values()).stream()
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(said))
                    .findFirst()
                    .orElseThrow(() -> Refusal.value("A date takes the prefixes eq, gt, lt, ge and le"));
        }
        TimeSpan time = TimeSpan.parse(hasPrefix ? value.substring(2) : value)
                .orElseThrow(() -> Refusal.value("Not a FHIR date"));
        return new DateTerm(prefix, time);
    }

    /** The alternatives of a value; FHIR R4, "Search, escaping": a backslash keeps a comma. */
    static List<String> alternatives(String value) {
        List<String> values = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\\' && i + 1 < value.length()) {
                i++;
                current.append(value.charAt(i));
            } else if (letter == ',') {
                values.add(current.toString());
                current.setLength(0);
            } else {
                current.append(letter);
            }
        }
        values.add(current.toString());
        return values;
    }
}

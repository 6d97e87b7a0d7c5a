package nl.inzage.conformance.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.inzage.conformance.app.Granted;

/**
 * A scope on resources, in the words of version 1 or 2.
 *
 * @param level patient, user or system
 * @param type of resources, or *
 * @param letters of c, r, u, d, s
 * @param query to which it is limited, or an empty text
 */
record ScopeText(String level, String type, String letters, String query) {

    private static final Pattern SCOPE =
            Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]+)\\.([a-z*]+)(?:\\?(.*))?");

    static Optional<ScopeText> of(String text) {
        Matcher scope = SCOPE.matcher(text);
        if (!scope.matches()) {
            return Optional.empty();
        }
        String letters =
                switch (scope.group(3).toLowerCase(Locale.ROOT)) {
                    case "read" -> "rs";
                    case "write" -> "cud";
                    case "*" -> "cruds";
                    default -> scope.group(3);
                };
        return Optional.of(
                new ScopeText(scope.group(1), scope.group(2), letters, scope.group(4) == null ? "" : scope.group(4)));
    }

    private boolean covers(ScopeText other) {
        return level.equals(other.level)
                && (type.equals("*") || type.equals(other.type))
                && other.letters.chars().allMatch(letter -> letters.indexOf(letter) >= 0)
                && (query.isEmpty() || query.equals(other.query));
    }

    /** Whether a scope, as it was answered, holds nothing that another one did not. */
    static boolean isWithin(String answered, String original) {
        Set<String> before = Granted.words(original);
        return Granted.words(answered).stream()
                .allMatch(word -> before.contains(word)
                        || of(word).map(scope -> before.stream()
                                        .flatMap(own -> of(own).stream())
                                        .anyMatch(own -> own.covers(scope)))
                                .orElse(false));
    }

    /** Whether a scope lets all of a type be searched. */
    static boolean gives(String scope, String type) {
        ScopeText wanted = new ScopeText("patient", type, "s", "");
        return Granted.words(scope).stream().flatMap(word -> of(word).stream()).anyMatch(own -> own.covers(wanted));
    }

    /** Whether a scope says something of a type at all. */
    static boolean names(String scope, String type) {
        return Granted.words(scope).stream()
                .flatMap(word -> of(word).stream())
                .anyMatch(own -> own.type.equals("*") || own.type.equals(type));
    }
}

package nl.inzage.auth.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads along with what is logged and looks in it for what must never be there. A secret may become known to the tests
 * after the server logged it, so the last lines are read again for each new one.
 */
final class LogWatch {

    /** Shorter ones are in a log by chance. */
    private static final int SHORTEST = 6;

    private static final int REMEMBERED = 300;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private final List<String> leaks = new ArrayList<>();

    /** From now on this must not be in the log; what it is goes into the report, the secret itself does not. */
    synchronized void guard(String what, String secret) {
        if (secret.length() >= SHORTEST && secrets.putIfAbsent(secret, what) == null) {
            lines.stream()
                    .filter(line -> holds(line, secret))
                    .forEach(line -> leaks.add(what + " in: " + line.replace(secret, "<here>")));
        }
    }

    /** A line of the log. */
    synchronized void read(String line) {
        lines.add(line);
        if (lines.size() > REMEMBERED) {
            lines.remove();
        }
        secrets.forEach((secret, what) -> {
            if (holds(line, secret)) {
                leaks.add(what + " in: " + line.replace(secret, "<here>"));
            }
        });
    }

    /** What was found since the last time that this was asked. */
    synchronized Optional<String> leaks() {
        Optional<String> found = leaks.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", leaks));
        leaks.clear();
        return found;
    }

    /** Whether a line holds it as a word of its own: six digits inside a longer number are another number. */
    private static boolean holds(String line, String secret) {
        for (int at = line.indexOf(secret); at >= 0; at = line.indexOf(secret, at + 1)) {
            int end = at + secret.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
            boolean ends = end == line.length() || !Character.isLetterOrDigit(line.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}

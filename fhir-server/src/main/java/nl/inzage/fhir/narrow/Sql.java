package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement with its arguments, grown together so that they cannot get out of step. Its parts are few and mostly
 * constants: statements with the same parts are the same text, which need not be put together again.
 */
final class Sql {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    Sql add(String part, Object... values) {
        parts.add(part);
        arguments.addAll(List.of(values));
        return this;
    }

    /** The text, in parts. */
    List<String> parts() {
        return List.copyOf(parts);
    }

    String text() {
        return text(parts);
    }

    /** The text that parts make. */
    static String text(List<String> parts) {
        return String.join("\n", parts) + "\n";
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}

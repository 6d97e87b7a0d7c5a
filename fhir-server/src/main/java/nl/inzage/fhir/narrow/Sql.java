package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.List;

/** A statement with its arguments, grown together so that they cannot get out of step. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    Sql add(String part, Object... values) {
        text.append(part).append('\n');
        arguments.addAll(List.of(values));
        return this;
    }

    String text() {
        return text.toString();
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}

package nl.inzage.fhir.view;

import java.util.List;
import java.util.stream.Collectors;

/** What guards a row, and stands beside its codes and links too; row-level security reads it there as here. */
final class Guard {

    private static final List<String> COLUMNS =
            List.of("hospital", "policy", "ordinary_from", "ordinary_until", "early_from", "early_until");

    private Guard() {}

    /** The columns. */
    static String columns() {
        return String.join(", ", COLUMNS);
    }

    /** The columns with the name of a table before each. */
    static String of(String table) {
        return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    /** The assignments of an update that takes them over from another table. */
    static String from(String table) {
        return COLUMNS.stream()
                .map(column -> column + " = " + table + "." + column)
                .collect(Collectors.joining(", "));
    }

    /** That two tables have others. */
    static String differs(String one, String other) {
        return "(" + of(one) + ") is distinct from (" + of(other) + ")";
    }
}

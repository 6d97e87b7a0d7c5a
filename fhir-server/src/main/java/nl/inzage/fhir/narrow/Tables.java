package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.List;

/** The tables that a statement makes for one of its questions; their names end with the question's number. */
final class Tables {

    private final Sql sql;
    private final int question;
    private final List<String> names = new ArrayList<>();

    Tables(Sql sql, int question) {
        this.sql = sql;
        this.question = question;
    }

    /** Begins a table that is sent; {@link #end} ends it. */
    Sql begin(String name) {
        names.add(named(name));
        return sql.add(", " + named(name) + " as materialized (");
    }

    Sql end() {
        return sql.add(")");
    }

    /** What a table of this question is called in the statement. */
    String named(String name) {
        return name + question;
    }

    int question() {
        return question;
    }

    /** Those that were made. */
    List<String> names() {
        return List.copyOf(names);
    }
}

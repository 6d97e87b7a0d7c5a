package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.List;

/** The tables that a statement makes for one of its questions; their names end with the question's number. */
final class Tables {

    private final Sql sql;
    private final int question;
    private final boolean placed;
    private final List<String> names = new ArrayList<>();

    Tables(Sql sql, int question, boolean placed) {
        this.sql = sql;
        this.question = question;
        this.placed = placed;
    }

    /** Begins a table that is sent; {@link #end} ends it. One that leads to no other is not kept: that copies it. */
    Sql begin(String name) {
        names.add(named(name));
        return sql.add(", " + named(name) + " as (");
    }

    /** The place of a row in a page that is in order. */
    String place(String order) {
        return placed ? "row_number() over (order by " + order + ")" : "0::bigint";
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

package nl.inzage.fhir.access;

import java.util.List;

/**
 * Which rows of a type may be seen: those that meet one of the alternatives.
 *
 * @param alternatives the tokens that a row must all have, per scope that permits something
 */
public record Admission(List<List<String>> alternatives) {

    /** All of the type: no tokens are asked. */
    public static final Admission EVERY_ROW = new Admission(List.of(List.of()));

    public Admission {
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("No alternative is no admission");
        }
    }

    /** Whether rows have to be looked at to know. */
    public boolean isNarrowed() {
        return alternatives.stream().noneMatch(List::isEmpty);
    }
}

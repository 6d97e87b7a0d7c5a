package nl.inzage.fhir.access;

import java.util.List;
import nl.inzage.fhir.catalogue.Limit;
import nl.inzage.fhir.catalogue.OfferedType;

/**
 * Which rows of a type may be seen, of those that are released to this reader: those that meet one of the alternatives
 * and every limit.
 *
 * @param alternatives the tokens that a row must all have, per scope that permits something
 * @param whenNamed whether only those that another row names which is seen
 * @param namesNothingHidden whether only those that name nothing that is hidden
 */
public record Admission(List<List<String>> alternatives, boolean whenNamed, boolean namesNothingHidden) {

    /** All of a type: nothing is asked. */
    public static final Admission EVERY_ROW = new Admission(List.of(List.of()), false, false);

    public Admission {
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("No alternative is no admission");
        }
    }

    /** All of a type, within its own limits. */
    static Admission ofAll(OfferedType type) {
        return of(type, List.of(List.of()));
    }

    static Admission of(OfferedType type, List<List<String>> alternatives) {
        return new Admission(
                alternatives,
                type.isShared() || type.limits().contains(Limit.WHEN_NAMED),
                type.limits().contains(Limit.NAMES_NOTHING_HIDDEN));
    }

    /** Whether tokens have to be looked at to know. */
    public boolean isNarrowed() {
        return alternatives.stream().noneMatch(List::isEmpty);
    }

    /** Whether nothing of a row has to be looked at. */
    public boolean isEveryRow() {
        return !isNarrowed() && !whenNamed && !namesNothingHidden;
    }
}

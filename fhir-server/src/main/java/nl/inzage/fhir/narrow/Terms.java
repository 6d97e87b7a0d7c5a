package nl.inzage.fhir.narrow;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.Limit;
import nl.inzage.fhir.catalogue.OfferedType;

/**
 * The access plan as conditions on a row of the view under any name; {@code s} are the settings. Each says all of it:
 * none leans on row-level security, which says it a second time.
 */
final class Terms {

    private static final String WHEN_NAMED = types(type -> type.limits().contains(Limit.WHEN_NAMED));
    private static final String QUIET = types(type -> type.limits().contains(Limit.NAMES_NOTHING_HIDDEN));

    private Terms() {}

    private static String types(Predicate<OfferedType> wanted) {
        return new Catalogue()
                .types().stream()
                        .filter(wanted)
                        .map(type -> "'" + type.name() + "'")
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The moment that counts for a row: an earlier one while its hospital's rows are stamped anew. */
    static String now(String row) {
        return """
                case when %1$s.hospital = any (s.restamping)
                  then released.moment_of(%1$s.hospital, %1$s.policy) else s.now end"""
                .formatted(row);
    }

    /** Whose it is, and that it is in the window of the track that counts for it. */
    static String seen(String row) {
        return """
                %1$s.patient = s.patient and case when %1$s.hospital = any (s.early)
                  then %1$s.early_from <= %2$s and %1$s.early_until > %2$s
                  else %1$s.ordinary_from <= %2$s and %1$s.ordinary_until > %2$s end
                """
                .formatted(row, now(row));
    }

    /**
     * That a row names nothing that is hidden.
     *
     * @param row seen itself
     */
    static String namesNothingHidden(String row) {
        return "not exists (select from unnest(" + row + ".refs) ref where " + isHidden("ref", row) + ")";
    }

    /**
     * That a reference of a row names nothing that may be seen: one probe of the primary key each. What is shown when
     * it is named is not named by its like, which may be hidden in turn.
     */
    static String isHidden(String reference, String row) {
        return probe(
                reference,
                "t",
                "and t.type <> all (s.closed) and (t.type not in " + WHEN_NAMED + " or t.type <> " + row
                        + ".type) and (t.type not in " + QUIET
                        + " or not exists (select from unnest(t.refs) deep where " + probe("deep", "d", "") + "))");
    }

    private static String probe(String reference, String target, String further) {
        return "(select true from released.resource %2$s where %2$s.type = split_part(%1$s, '/', 1)"
                        .formatted(reference, target)
                + " and %2$s.id = split_part(%1$s, '/', 2) and ".formatted(reference, target)
                + seen(target)
                + further
                + " limit 1) is null";
    }

    /** That a row of the patient's own is named by one that is shown; of the same type none, as that may be hidden. */
    private static String isNamed(String row) {
        return "exists (select " + naming(row + ".type", row + ".id", "o") + " and o.type <> " + row + ".type)";
    }

    /** The fact that an admission asks for: of what is not shown for its naming, it is true. */
    static String named(String row) {
        return "(" + row + ".type not in " + WHEN_NAMED + " or " + isNamed(row) + ")";
    }

    /** That a row of nobody's own is the reader, or is named by a row that is shown, or by what such a row names. */
    static String isReached(String row) {
        return "(%1$s.type || '/' || %1$s.id = s.person or exists (select ".formatted(row)
                + naming(row + ".type", row + ".id", "n") + " and " + named("n")
                + ") or exists (select from released.shared_link h"
                + " where h.target_type = %1$s.type and h.target_id = %1$s.id and exists (select ".formatted(row)
                + naming("h.source_type", "h.source_id", "n") + " and " + named("n") + ")))";
    }

    /** A row that is the patient's, seen, open to this reader and silent about what is hidden, by the name given. */
    private static String naming(String type, String id, String row) {
        return """
                from released.link l%3$s join released.resource %3$s on %3$s.type = l%3$s.source_type
                  and %3$s.id = l%3$s.source_id and %3$s.version = l%3$s.source_version
                where l%3$s.target_type = %1$s and l%3$s.target_id = %2$s and %3$s.type <> all (s.closed) and
                """
                        .formatted(type, id, row)
                + seen(row) + " and (" + row + ".type not in " + QUIET + " or " + namesNothingHidden(row) + ")";
    }
}

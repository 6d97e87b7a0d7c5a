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
        return "case when s.calm then s.now else released.moment_of(%1$s.hospital, %1$s.policy) end".formatted(row);
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
        return "not exists (select from unnest(" + row + ".refs) ref where not " + isShown("ref") + " or "
                + isOfItsLike("ref", row) + ")";
    }

    /** That a reference names something that may be seen: one probe of the primary key. */
    static String isShown(String reference) {
        return probe(
                reference,
                "t",
                "and t.type <> all (s.closed) and (t.type not in " + QUIET
                        + " or not exists (select from unnest(t.refs) deep where not " + probe("deep", "d", "") + "))");
    }

    /** That a row is of a type that may name its like as any other. */
    static String namesNotItsLike(String row) {
        return row + ".type not in " + WHEN_NAMED;
    }

    /** That what may be seen when it is named is named by its like, which may be hidden in turn: that does not count. */
    static String isOfItsLike(String reference, String row) {
        return "(%2$s.type in %3$s and split_part(%1$s, '/', 1) = %2$s.type)".formatted(reference, row, WHEN_NAMED);
    }

    private static String probe(String reference, String target, String further) {
        return "exists (select from released.resource %2$s where %2$s.type = split_part(%1$s, '/', 1)"
                        .formatted(reference, target)
                + " and %2$s.id = split_part(%1$s, '/', 2) and ".formatted(reference, target)
                + seen(target)
                + further
                + " offset 0)";
    }

    /** That a row of the patient's own is named by one that is shown; of the same type none, as that may be hidden. */
    private static String isNamed(String row) {
        return "exists (" + naming(linksTo(row), "o") + " and o.type <> " + row + ".type)";
    }

    /** The fact that an admission asks for: of what is not shown for its naming, it is true. */
    static String named(String row) {
        return "(" + row + ".type not in " + WHEN_NAMED + " or " + isNamed(row) + ")";
    }

    /** That a row of nobody's own is the reader, or is named by a row that is shown, or by what such a row names. */
    static String isReached(String row) {
        String links = linksTo(row)
                + """
                union all select l.source_type, l.source_id, l.source_version
                from released.shared_link h join released.link l on l.target_type = h.source_type and l.target_id = h.source_id
                where h.target_type = %1$s.type and h.target_id = %1$s.id
                """
                        .formatted(row);
        return "(%1$s.type || '/' || %1$s.id = s.person or exists (".formatted(row) + naming(links, "n") + " and "
                + named("n") + "))";
    }

    private static String linksTo(String row) {
        return """
                select l.source_type, l.source_id, l.source_version from released.link l
                where l.target_type = %1$s.type and l.target_id = %1$s.id
                """
                .formatted(row);
    }

    /** Rows that are the patient's, seen, open to this reader and silent about what is hidden, of those that name. */
    private static String naming(String links, String row) {
        return """
                select from (%2$s) l%1$s join released.resource %1$s on %1$s.type = l%1$s.source_type
                  and %1$s.id = l%1$s.source_id and %1$s.version = l%1$s.source_version
                where %1$s.type <> all (s.closed) and
                """
                        .formatted(row, links)
                + seen(row) + " and (" + row + ".type not in " + QUIET + " or " + namesNothingHidden(row) + ")";
    }
}

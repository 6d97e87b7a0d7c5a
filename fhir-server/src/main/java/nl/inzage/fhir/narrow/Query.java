package nl.inzage.fhir.narrow;

import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Include;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.view.TimeSpan;

/**
 * A search that this door offers: conditions on the row itself, all of which hold.
 *
 * @param ids the ids of which it is one; empty when any
 * @param tokens per parameter the tokens of which the row has one
 * @param beginnings per parameter the texts with one of which a token of the row begins
 * @param further what is followed from what was followed
 * @param newestFirst the order by the type's date, then id
 * @param count how many at most on a page
 * @param cursor where the previous page ended, still unchecked
 */
record Query(
        OfferedType type,
        List<String> ids,
        List<List<String>> tokens,
        List<List<String>> beginnings,
        List<DateTerm> dates,
        List<Followed> followed,
        List<Followed> further,
        boolean newestFirst,
        int count,
        Optional<String> cursor) {

    /** How a row's time must lie to the time that is said. */
    record DateTerm(Prefix prefix, TimeSpan time) {}

    /** What an include adds: the rows of a type that rows of the source name, as far as the scopes permit. */
    record Followed(OfferedType source, Include include, OfferedType target, Admission admission) {}

    /** Prefixes of FHIR R4, "Search, prefixes", that are offered. */
    enum Prefix {
        EQ,
        GT,
        LT,
        GE,
        LE
    }
}

package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.narrow.EverythingReader.Sought;

/**
 * The parts of which every statement is made: whose rows are let through, which of those, and what is sent of them.
 * In each part {@code s} are the settings, {@code p} the rows that were found before and {@code r} the row.
 */
final class Rows {

    /** What is known of a row's release, for the final check, and the moment that counted. */
    static final String RELEASE = ", r.hospital, r.ordinary_from, r.ordinary_until, r.early_from, r.early_until, "
            + Terms.now("r") + " as now";

    private static final String NO_RELEASE = ", r.hospital, null::timestamptz as ordinary_from,"
            + " null::timestamptz as ordinary_until, null::timestamptz as early_from, null::timestamptz as early_until,"
            + " s.now";

    /** What a part that reads gives: the row and the track. */
    static final String LET_THROUGH = "m.*, coalesce(m.hospital = any (s.early), false) as chosen";

    private static final String FROM_SETTINGS = "from s cross join lateral (";

    private static final String OWN =
            "select r.type, r.id, r.version, r.clinical_from, r.tokens, r.body, r.refs" + RELEASE + ", %s as named ";

    private static final String OWN_IF_NAMED = OWN.formatted(Terms.named("r"));

    private static final String OWN_ANYHOW = OWN.formatted("true");

    private static final String SEEN = Terms.seen("r");
    private static final String NAMED = Terms.named("r");
    private static final String QUIET = Terms.namesNothingHidden("r");

    /** Whether something leads to it is asked first, and the same for what is not there: its time tells nothing. */
    private static final String REACHED = shared("x.reached")
            + """
            from (%s offset 0) k
            """
            + "cross join lateral (select " + Terms.isReached("k") + " as reached offset 0) x"
            + " cross join lateral (select f.* from released.shared f where x.reached and f.type = k.type"
            + " and f.id = k.id offset 0) r where s.now is not null";

    static final String FOLLOWED = "select false as matched, p.place, " + LET_THROUGH + " from s cross join ";

    private Rows() {}

    static Sql beginPage(Tables tables, String order) {
        return tables.begin("page")
                .add("select true as matched, " + tables.place(order) + " as place,")
                .add(LET_THROUGH)
                .add(FROM_SETTINGS);
    }

    static void endPage(Tables tables, Sql sql, String order, int count) {
        sql.add("order by " + order + " limit ?) m", count + 1);
        tables.end();
    }

    /** One row instead of a page. */
    static Sql beginOne(Tables tables) {
        return tables.begin("page")
                .add("select true as matched, 1 as place,")
                .add(LET_THROUGH)
                .add(FROM_SETTINGS);
    }

    static void endOne(Tables tables, Sql sql) {
        sql.add("limit 1) m");
        tables.end();
    }

    /** What is sent of a row of nobody's own; it says nothing of a patient that could be checked but that it is named. */
    static String shared(String named) {
        return "select r.type, r.id, r.version, '-infinity'::timestamptz as clinical_from,"
                + " '{}'::text[] as tokens, r.body, '{}'::text[] as refs" + NO_RELEASE + ", " + named + " as named ";
    }

    /** Rows of nobody's own of which the statement itself says that a row of the page names them. */
    static void sharedByName(Sql sql, String type) {
        sql.add(shared("true") + "from released.shared r where s.now is not null and r.type = ?", type);
    }

    /**
     * Rows of nobody's own, as far as a row that is shown leads to them.
     *
     * @param keys selects their types and ids, whether they are there or not
     */
    static Sql reached(Sql sql, String keys, Object... values) {
        return sql.add(REACHED.formatted(keys), values);
    }

    /** What is sent of rows of the patient, of these types. */
    static String own(List<Sought> sought) {
        return sought.stream().anyMatch(part -> part.admission().whenNamed()) ? OWN_IF_NAMED : OWN_ANYHOW;
    }

    /** Rows of the patient. */
    static Sql own(Sql sql, List<Sought> sought) {
        sql.add(own(sought)).add("from released.resource r where");
        return permitted(sql, sought);
    }

    /** That a row is the patient's, released, and of one of the types as far as the scopes permit. */
    static Sql permitted(Sql sql, List<Sought> sought) {
        sql.add(SEEN);
        if (sought.size() == 1) {
            sql.add("and r.type = ?", sought.get(0).type().name());
            limit(sql, sought.get(0).admission());
            return sql;
        }
        Map<Admission, List<String>> types = new LinkedHashMap<>();
        for (Sought part : sought) {
            types.computeIfAbsent(part.admission(), none -> new ArrayList<>())
                    .add(part.type().name());
        }
        String or = "and (";
        for (Map.Entry<Admission, List<String>> alike : types.entrySet()) {
            sql.add(or + "(r.type = any (?::text[])", (Object) Questions.array(alike.getValue()));
            limit(sql, alike.getKey());
            sql.add(")");
            or = "or ";
        }
        return sql.add(")");
    }

    private static void limit(Sql sql, Admission admission) {
        if (admission.whenNamed()) {
            sql.add("and").add(NAMED);
        }
        if (admission.namesNothingHidden()) {
            sql.add("and").add(QUIET);
        }
        if (admission.isNarrowed()) {
            String alternative = "r.tokens @> ?::text[]";
            int number = admission.alternatives().size();
            sql.add(
                    "and (" + String.join(" or ", Collections.nCopies(number, alternative)) + ")",
                    admission.alternatives().stream().map(Questions::array).toArray());
        }
    }
}

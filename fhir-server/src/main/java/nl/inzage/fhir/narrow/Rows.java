package nl.inzage.fhir.narrow;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.Limit;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.EverythingReader.Sought;

/**
 * The parts of which every statement is made: whose rows are let through, which of those, and what is sent of them.
 * In each part {@code s} are the settings, {@code p} the rows that were found before and {@code r} the row.
 */
final class Rows {

    private static final String SETTINGS =
            """
            with d as materialized (
              select set_config('inzage.patient', ?, true) as patient, set_config('inzage.person', ?, true) as person),
            s as materialized (
              select d.patient, released.moment() as now, string_to_array(set_config('inzage.early', array_to_string(
                array(select unnest(released.chose_early(d.patient)) intersect select unnest(?::text[])), ','), true), ',') as early
              from d)
            """;

    /** Whether a row is seen: in the window of the track that counts for it. */
    static final String SEEN =
            """
            case when r.hospital = any (s.early)
              then r.early_from <= s.now and r.early_until > s.now
              else r.ordinary_from <= s.now and r.ordinary_until > s.now end
            """;

    /** What is known of a row's release, for the final check. */
    static final String RELEASE = ", r.hospital, r.ordinary_from, r.ordinary_until, r.early_from, r.early_until";

    private static final String NO_RELEASE = ", r.hospital, null::timestamptz as ordinary_from,"
            + " null::timestamptz as ordinary_until, null::timestamptz as early_from, null::timestamptz as early_until";

    /** What a part that reads gives: the row, the moment that counted and the track. */
    static final String LET_THROUGH = "m.*, s.now, coalesce(m.hospital = any (s.early), false) as chosen";

    private static final String SENT =
            "select matched, place, type, id, version, updated, clinical_from, body, hidden, now, chosen, hospital,"
                    + " ordinary_from, ordinary_until, early_from, early_until from ";

    /** That a reference of a row names nothing that may be seen: one probe of the primary key each. */
    private static final String IS_HIDDEN =
            """
            (select true from released.resource %2$s where %2$s.type = split_part(%1$s, '/', 1)
              and %2$s.id = split_part(%1$s, '/', 2) %3$s limit 1) is null
            """;

    /** The types of which a row is not shown when it names something hidden. */
    private static final String QUIET_TYPES = new Catalogue()
            .types().stream()
                    .filter(type -> type.limits().contains(Limit.NAMES_NOTHING_HIDDEN))
                    .map(type -> "'" + type.name() + "'")
                    .collect(Collectors.joining(", ", "(", ")"));

    private static final String UNLESS_QUIET = "and (t.type not in " + QUIET_TYPES
            + " or not exists (select from unnest(t.refs) deep where " + IS_HIDDEN.formatted("deep", "d", "") + "))";

    /** The references of a row that are cut from its body. */
    private static final String HIDDEN =
            ", case when r.refs = '{}' then r.refs else array(select ref from unnest(r.refs) ref" + " where "
                    + IS_HIDDEN.formatted("ref", "t", UNLESS_QUIET) + ") end as hidden ";

    static final String OWN =
            "select r.type, r.id, r.version, r.updated, r.clinical_from, r.tokens, r.body" + RELEASE + HIDDEN;

    static final String SHARED = "select r.type, r.id, r.version, r.updated, '-infinity'::timestamptz as clinical_from,"
            + " '{}'::text[] as tokens, r.body" + NO_RELEASE + ", '{}'::text[] as hidden ";

    static final String FOLLOWED = "select false as matched, p.place, " + LET_THROUGH + " from s cross join ";

    /** A released row that names it; of the same type none, since that may be hidden in turn. */
    private static final String IS_NAMED =
            "and exists (select from released.link l where l.target_type = r.type and l.target_id = r.id"
                    + " and l.source_type <> r.type and l.patient = s.patient)";

    private static final String NAMES_NOTHING_HIDDEN = "and not exists (select from unnest(r.refs) ref where "
            + IS_HIDDEN.formatted("ref", "t", UNLESS_QUIET) + ")";

    private static final Set<Limit> OF_ROWS = EnumSet.of(Limit.WHEN_NAMED, Limit.NAMES_NOTHING_HIDDEN);

    private Rows() {}

    static Sql settings(AccessPlan plan) {
        return new Sql()
                .add(
                        SETTINGS,
                        plan.dossier(),
                        plan.self(),
                        plan.earlyIfChosen().stream().sorted().toArray(String[]::new));
    }

    static void beginPage(Sql sql, String order) {
        sql.add(", page as materialized (select true as matched, row_number() over (order by " + order + ") as place,");
        sql.add(LET_THROUGH + " from s cross join lateral (");
    }

    static void endPage(Sql sql, String order, int count) {
        sql.add("order by " + order + " limit ?) m)", count + 1);
    }

    static Sql send(Sql sql, boolean followed, boolean further) {
        sql.add(SENT + "page");
        if (followed) {
            sql.add("union all " + SENT + "followed");
        }
        if (further) {
            sql.add("union all " + SENT + "further");
        }
        // A total order: otherwise the plan, which knows of hidden rows, would choose among what one row brings.
        return sql.add("order by matched desc, place, type, id");
    }

    /** Rows of nobody's own, as far as a visible row leads to them: that is for row-level security alone to say. */
    static void shared(Sql sql, String type) {
        sql.add(SHARED + "from released.shared r where s.now is not null and r.type = ?", type);
    }

    /** Rows of the patient. */
    static Sql own(Sql sql, List<Sought> sought) {
        sql.add(OWN + "from released.resource r where");
        return permitted(sql, sought);
    }

    /** That a row is the patient's, released, and of one of the types as far as the scopes permit. */
    static Sql permitted(Sql sql, List<Sought> sought) {
        sql.add("r.patient = s.patient and " + SEEN);
        List<String> whole = sought.stream()
                .filter(Rows::isWhole)
                .map(part -> part.type().name())
                .toList();
        if (whole.size() == 1 && sought.size() == 1) {
            return sql.add("and r.type = ?", whole.get(0));
        }
        sql.add("and (r.type = any (?::text[])", (Object) Statements.array(whole));
        sought.stream().filter(part -> !isWhole(part)).forEach(part -> {
            sql.add("or (r.type = ?", part.type().name());
            limit(sql, part.type(), part.admission());
            sql.add(")");
        });
        return sql.add(")");
    }

    private static boolean isWhole(Sought part) {
        return !part.admission().isNarrowed()
                && Collections.disjoint(part.type().limits(), OF_ROWS);
    }

    private static void limit(Sql sql, OfferedType type, Admission admission) {
        if (type.limits().contains(Limit.WHEN_NAMED)) {
            sql.add(IS_NAMED);
        }
        if (type.limits().contains(Limit.NAMES_NOTHING_HIDDEN)) {
            sql.add(NAMES_NOTHING_HIDDEN);
        }
        if (admission.isNarrowed()) {
            String alternative = "r.tokens @> ?::text[]";
            int number = admission.alternatives().size();
            sql.add(
                    "and (" + String.join(" or ", Collections.nCopies(number, alternative)) + ")",
                    admission.alternatives().stream().map(Statements::array).toArray());
        }
    }
}

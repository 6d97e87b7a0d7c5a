package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.EverythingReader.Sought;

/**
 * The parts of which every statement is made: whose rows are let through, which of those, and what is sent of them.
 * In each part {@code s} are the settings, {@code p} the rows that were found before and {@code r} the row.
 */
final class Rows {

    private static final Collection<OfferedType> TYPES = new Catalogue().types();

    private static final String SETTINGS =
            """
            with d as materialized (
              select set_config('inzage.patient', ?, true) as patient, set_config('inzage.person', ?, true) as person),
            s as materialized (
              select d.patient, d.person, ?::text[] as closed, coalesce(p.now, released.moment()) as now,
                p.now is not null as calm, string_to_array(
                  set_config('inzage.early', (select coalesce(string_agg(n.hospital, ','), '') from (
                    select distinct on (c.hospital) c.hospital, c.early from released.choice c
                    where c.patient = d.patient and c.hospital = any (?::text[])
                    order by c.hospital, c.made desc, c.consent desc) n where n.early), true), ',') as early
              from d left join released.present p on true)
            """;

    /** What is known of a row's release, for the final check, and the moment that counted. */
    static final String RELEASE = ", r.hospital, r.ordinary_from, r.ordinary_until, r.early_from, r.early_until, "
            + Terms.now("r") + " as now";

    private static final String NO_RELEASE = ", r.hospital, null::timestamptz as ordinary_from,"
            + " null::timestamptz as ordinary_until, null::timestamptz as early_from, null::timestamptz as early_until,"
            + " s.now";

    /** What a part that reads gives: the row and the track. */
    static final String LET_THROUGH = "m.*, coalesce(m.hospital = any (s.early), false) as chosen";

    private static final String FOUND = "select matched, place, type, id, version, updated, clinical_from, body, refs,"
            + " named, now, chosen, hospital, ordinary_from, ordinary_until, early_from, early_until from ";

    /**
     * The references that are cut from the bodies. Each that rows of the answer have is looked up once, however many
     * of them have it.
     */
    private static final String HIDDEN =
            """
            , ref as materialized (select distinct unnest(refs) as ref from found),
            shown as materialized (select ref from s cross join ref where %s)
            select found.*, case when refs <@ coalesce((select array_agg(ref) from shown), '{}') and %s then '{}'
              else array(select ref from unnest(refs) ref where ref not in (select ref from shown) or %s) end as hidden
            from found
            """
                    .formatted(Terms.isShown("ref"), Terms.namesNotItsLike("found"), Terms.isOfItsLike("ref", "found"));

    private static final String OWN = "select r.type, r.id, r.version, r.updated, r.clinical_from, r.tokens, r.body,"
            + " r.refs" + RELEASE + ", %s as named ";

    private static final String OWN_IF_NAMED = OWN.formatted(Terms.named("r"));

    private static final String OWN_ANYHOW = OWN.formatted("true");

    private static final String SEEN = Terms.seen("r");

    static final String FOLLOWED = "select false as matched, p.place, " + LET_THROUGH + " from s cross join ";

    private Rows() {}

    static Sql settings(AccessPlan plan) {
        return new Sql()
                .add(
                        SETTINGS,
                        plan.dossier(),
                        plan.self(),
                        TYPES.stream()
                                .filter(plan::isClosed)
                                .map(OfferedType::name)
                                .toArray(String[]::new),
                        plan.earlyIfChosen().stream().sorted().toArray(String[]::new));
    }

    static void beginPage(Sql sql, String order) {
        sql.add(", page as materialized (select true as matched, row_number() over (order by " + order + ") as place,");
        sql.add(LET_THROUGH + " from s cross join lateral (");
    }

    static void endPage(Sql sql, String order, int count) {
        sql.add("order by " + order + " limit ?) m)", count + 1);
    }

    /** One row instead of a page. */
    static void beginOne(Sql sql) {
        sql.add(", page as materialized (select true as matched, 1 as place, " + LET_THROUGH
                + " from s cross join lateral (");
    }

    static Sql endOne(Sql sql) {
        return send(sql.add("limit 1) m)"), false, false);
    }

    static Sql send(Sql sql, boolean followed, boolean further) {
        sql.add(", found as materialized (" + FOUND + "page");
        if (followed) {
            sql.add("union all " + FOUND + "followed");
        }
        if (further) {
            sql.add("union all " + FOUND + "further");
        }
        sql.add(")" + HIDDEN);
        // A total order: otherwise the plan, which knows of hidden rows, would choose among what one row brings.
        return sql.add("order by matched desc, place, type, id");
    }

    /** What is sent of a row of nobody's own; it says nothing of a patient that could be checked but that it is named. */
    static String shared(String named) {
        return "select r.type, r.id, r.version, r.updated, '-infinity'::timestamptz as clinical_from,"
                + " '{}'::text[] as tokens, r.body, '{}'::text[] as refs" + NO_RELEASE + ", " + named + " as named ";
    }

    /** Rows of nobody's own of which the statement itself says that a row of the page names them. */
    static void sharedByName(Sql sql, String type) {
        sql.add(shared("true") + "from released.shared r where s.now is not null and r.type = ?", type);
    }

    /** Rows of nobody's own, as far as a row that is shown leads to them. */
    static void reached(Sql sql, String type) {
        String reached = Terms.isReached("r");
        sql.add(
                shared(reached) + "from released.shared r where s.now is not null and " + reached + " and r.type = ?",
                type);
    }

    /** What is sent of rows of the patient, of these types. */
    static String own(List<Sought> sought) {
        return sought.stream().anyMatch(part -> part.admission().whenNamed()) ? OWN_IF_NAMED : OWN_ANYHOW;
    }

    /** Rows of the patient. */
    static Sql own(Sql sql, List<Sought> sought) {
        sql.add(own(sought) + "from released.resource r where");
        return permitted(sql, sought);
    }

    /** That a row is the patient's, released, and of one of the types as far as the scopes permit. */
    static Sql permitted(Sql sql, List<Sought> sought) {
        sql.add(SEEN);
        Map<Admission, List<String>> types = new LinkedHashMap<>();
        for (Sought part : sought) {
            types.computeIfAbsent(part.admission(), none -> new ArrayList<>())
                    .add(part.type().name());
        }
        if (sought.size() == 1) {
            sql.add("and r.type = ?", sought.get(0).type().name());
            limit(sql, sought.get(0).admission());
            return sql;
        }
        String or = "and (";
        for (Map.Entry<Admission, List<String>> alike : types.entrySet()) {
            sql.add(or + "(r.type = any (?::text[])", (Object) Statements.array(alike.getValue()));
            limit(sql, alike.getKey());
            sql.add(")");
            or = "or ";
        }
        return sql.add(")");
    }

    private static void limit(Sql sql, Admission admission) {
        if (admission.whenNamed()) {
            sql.add("and " + Terms.named("r"));
        }
        if (admission.namesNothingHidden()) {
            sql.add("and " + Terms.namesNothingHidden("r"));
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

package nl.inzage.fhir.narrow;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
              select d.patient, d.person, ?::text[] as closed, released.moment() as now,
                released.restamping() as restamping, string_to_array(set_config('inzage.early', array_to_string(
                array(select unnest(released.chose_early(d.patient)) intersect select unnest(?::text[])), ','), true),
                ',') as early
              from d)
            """;

    /** What is known of a row's release, for the final check, and the moment that counted. */
    static final String RELEASE = ", r.hospital, r.ordinary_from, r.ordinary_until, r.early_from, r.early_until, "
            + Terms.now("r") + " as now";

    private static final String NO_RELEASE = ", r.hospital, null::timestamptz as ordinary_from,"
            + " null::timestamptz as ordinary_until, null::timestamptz as early_from, null::timestamptz as early_until,"
            + " s.now";

    /** What a part that reads gives: the row and the track. */
    static final String LET_THROUGH = "m.*, coalesce(m.hospital = any (s.early), false) as chosen";

    private static final String SENT =
            "select matched, place, type, id, version, updated, clinical_from, body, hidden, named, now, chosen,"
                    + " hospital, ordinary_from, ordinary_until, early_from, early_until from ";

    /** The references of a row that are cut from its body. */
    private static final String HIDDEN =
            ", case when r.refs = '{}' then r.refs else array(select ref from unnest(r.refs) ref where "
                    + Terms.isHidden("ref", "r") + ") end as hidden ";

    static final String OWN = "select r.type, r.id, r.version, r.updated, r.clinical_from, r.tokens, r.body" + RELEASE
            + ", " + Terms.named("r") + " as named" + HIDDEN;

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

    /** What is sent of a row of nobody's own; it says nothing of a patient that could be checked but that it is named. */
    static String shared(String named) {
        return "select r.type, r.id, r.version, r.updated, '-infinity'::timestamptz as clinical_from,"
                + " '{}'::text[] as tokens, r.body" + NO_RELEASE + ", " + named + " as named, '{}'::text[] as hidden ";
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

    /** Rows of the patient. */
    static Sql own(Sql sql, List<Sought> sought) {
        sql.add(OWN + "from released.resource r where");
        return permitted(sql, sought);
    }

    /** That a row is the patient's, released, and of one of the types as far as the scopes permit. */
    static Sql permitted(Sql sql, List<Sought> sought) {
        sql.add(Terms.seen("r"));
        List<String> whole = sought.stream()
                .filter(part -> part.admission().isEveryRow())
                .map(part -> part.type().name())
                .toList();
        if (whole.size() == 1 && sought.size() == 1) {
            return sql.add("and r.type = ?", whole.get(0));
        }
        sql.add("and (r.type = any (?::text[])", (Object) Statements.array(whole));
        sought.stream().filter(part -> !part.admission().isEveryRow()).forEach(part -> {
            sql.add("or (r.type = ?", part.type().name());
            limit(sql, part.admission());
            sql.add(")");
        });
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

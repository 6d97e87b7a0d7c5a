package nl.inzage.fhir.narrow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;

/**
 * The one SQL statement of a request. It sets whose rows row-level security lets through, for itself only, and says
 * the same again in its WHERE clause. Every part that reads depends sideways on the part that sets, so that the
 * database cannot read first; were it to, no row would come back.
 */
final class Statements {

    private static final Collection<OfferedType> TYPES = new Catalogue().types();

    /** The moment is asked once, and a setting too: row-level security would else look at the clock in each place. */
    private static final String SETTINGS_WITH =
            """
            with d as materialized (
              select set_config('inzage.patient', ?, true) as patient, set_config('inzage.person', ?, true) as person,
                set_config('inzage.now', coalesce((select p.now::text from released.present p), ''), true) as present),
            s as materialized (
              select d.patient, d.person, ?::text[] as closed, coalesce(p.now, released.moment()) as now,
                p.now is not null as calm, %s as early
              from d cross join lateral (select nullif(d.present, '')::timestamptz as now) p)
            """;

    private static final String EARLY =
            """
            string_to_array(set_config('inzage.early', (select coalesce(string_agg(n.hospital, ','), '') from (
              select distinct on (c.hospital) c.hospital, c.early from released.choice c
              where c.patient = d.patient and c.hospital = any (?::text[])
              order by c.hospital, c.made desc, c.consent desc) n where n.early), true), ',')
            """;

    private static final String NOWHERE_EARLY = "string_to_array(set_config('inzage.early', '', true), ',')";

    private static final String SETTINGS = SETTINGS_WITH.formatted(NOWHERE_EARLY);
    private static final String SETTINGS_AND_CHOICES = SETTINGS_WITH.formatted(EARLY);

    private static final String FOUND = "matched, place, type, id, version, clinical_from, body, refs, named, now,"
            + " chosen, hospital, ordinary_from, ordinary_until, early_from, early_until from ";

    private static final String SENT = "question, matched, place, type, id, version, clinical_from, body, named, now,"
            + " chosen, hospital, ordinary_from, ordinary_until, early_from, early_until";

    /**
     * The references that are cut from the bodies. Each that rows of the answer have is looked up once, however many
     * of them have it; mostly none is hidden, and then no row is looked at again.
     */
    private static final String HIDDEN =
            """
            , ref as materialized (select distinct unnest(refs) as ref from found),
            hidden as materialized (select ref from s cross join ref where not %s)
            select %s, case when not exists (select from hidden) and %s then null
              else array(select ref from unnest(refs) ref where ref in (select ref from hidden) or %s) end as hidden
            from found
            """
                    .formatted(
                            Terms.isShown("ref"),
                            SENT,
                            Terms.namesNotItsLike("found"),
                            Terms.isOfItsLike("ref", "found"));

    private static final String CONTENT =
            """
            select %s from s cross join lateral (
              select c.id, c.version, c.updated, c.content_type, c.bytes, r.id as document_id, r.type, r.body %s
              from released.content c join released.link l
                on l.target_type = 'Binary' and l.target_id = c.id and l.source_type = 'DocumentReference'
              join released.resource r on r.type = l.source_type and r.id = l.source_id and r.version = l.source_version
              where c.id = ? and %s
              order by r.id limit 1) m
            """
                    .formatted(Rows.LET_THROUGH, Rows.RELEASE, Terms.seen("r"));

    private Statements() {}

    static Sql settings(AccessPlan plan) {
        String[] closed =
                TYPES.stream().filter(plan::isClosed).map(OfferedType::name).toArray(String[]::new);
        String[] early = plan.earlyIfChosen().stream().sorted().toArray(String[]::new);
        return early.length == 0
                ? new Sql().add(SETTINGS, plan.dossier(), plan.self(), closed)
                : new Sql().add(SETTINGS_AND_CHOICES, plan.dossier(), plan.self(), closed, early);
    }

    /** The one statement that answers all questions. */
    static Sql of(AccessPlan plan, List<Question> questions) {
        Sql sql = settings(plan);
        boolean placed = questions.stream().anyMatch(Question::leads);
        List<Tables> asked = new ArrayList<>();
        for (Question question : questions) {
            Tables tables = new Tables(sql, asked.size(), placed);
            question.tables().accept(tables);
            asked.add(tables);
        }
        String also = ", found as materialized (";
        for (Tables tables : asked) {
            for (String name : tables.names()) {
                sql.add(also)
                        .add("select " + tables.question() + " as question,")
                        .add(FOUND)
                        .add(name);
                also = "union all";
            }
        }
        sql.add(")").add(HIDDEN);
        // A total order: otherwise the plan, which knows of hidden rows, would choose among what one row brings. Pages
        // that lead to nothing are in order already, and sorting would copy each body twice.
        return placed ? sql.add("order by question, matched desc, place, type, id") : sql;
    }

    /** The content of a document, with the document that shows it. */
    static Sql content(AccessPlan plan, String id) {
        return settings(plan).add(CONTENT, id);
    }
}

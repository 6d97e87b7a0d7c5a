package nl.inzage.fhir.narrow;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.narrow.Query.DateTerm;
import nl.inzage.fhir.narrow.Query.Followed;
import nl.inzage.fhir.view.OfferedType;

/**
 * The one SQL statement of a request. It sets whose rows row-level security lets through, for itself only, and says
 * the same again in its WHERE clause. Every part that reads depends sideways on the part that sets, so that the
 * database cannot read first; were it to, no row would come back.
 */
final class Statements {

    private static final String SETTINGS =
            """
            with s as materialized (
              select set_config('inzage.patient', ?, true) as patient,
                set_config('inzage.person', ?, true) as person, statement_timestamp() as now)
            """;
    /** One probe of the primary key for each reference that might be hidden; as a join it would read the dossier. */
    private static final String HIDDEN =
            """
            , array(select ref from unnest(r.refs) ref where (
                select true from released.resource t
                where t.type = split_part(ref, '/', 1) and t.id = split_part(ref, '/', 2) limit 1) is null) as hidden
            """;

    private static final String OWN_ROWS =
            "select r.type, r.id, r.version, r.updated, r.clinical_from, r.released_from, r.body" + HIDDEN
                    + "from released.resource r where ";
    private static final String SHARED_ROWS =
            "select r.type, r.id, r.version, r.updated, '-infinity'::timestamptz as clinical_from,"
                    + " null::timestamptz as released_from, r.body, '{}'::text[] as hidden"
                    + " from released.shared r where ";

    private Statements() {}

    /** A resource of somebody by its id. */
    static Sql read(AccessPlan plan, OfferedType type, String id, Admission admission) {
        Sql sql = new Sql().add(SETTINGS, plan.dossier(), plan.self());
        sql.add("select true as matched, 1 as place, m.*, s.now from s cross join lateral (");
        if (type.isShared()) {
            sql.add(SHARED_ROWS + "r.type = ? and r.id = ?", type.name(), id);
        } else {
            ownRows(sql, "s", type, admission).add("and r.id = ?", id);
        }
        return sql.add("limit 1) m");
    }

    /** The content of a document, with the document that shows it. */
    static Sql content(AccessPlan plan, String id) {
        return new Sql()
                .add(SETTINGS, plan.dossier(), plan.self())
                .add("select m.*, s.now from s cross join lateral (")
                .add("select c.id, c.version, c.updated, c.content_type, c.bytes, r.id as document_id, r.type,")
                .add("r.body, r.released_from from released.content c join released.link l")
                .add("on l.target_type = 'Binary' and l.target_id = c.id and l.source_type = 'DocumentReference'")
                .add("join released.resource r on r.type = l.source_type and r.id = l.source_id")
                .add("where c.id = ? and r.patient = s.patient and r.released_from <= s.now", id)
                .add("order by r.id limit 1) m");
    }

    /** A page of a search, one row longer than asked to know whether there is a next, and what it includes. */
    static Sql search(AccessPlan plan, Query query, Admission admission, Optional<Cursor> after) {
        String order = query.newestFirst() ? "clinical_from desc, id desc" : "clinical_from, id";
        Sql sql = new Sql().add(SETTINGS, plan.dossier(), plan.self());
        sql.add(", page as materialized (select m.*, row_number() over (order by " + order + ") as place,");
        sql.add("s.now, s.patient from s cross join lateral (");
        ownRows(sql, "s", query.type(), admission);
        conditions(sql, query);
        after.ifPresent(cursor -> sql.add(
                "and (r.clinical_from, r.id) " + (query.newestFirst() ? "<" : ">") + " (?, ?)",
                cursor.time(),
                cursor.id()));
        sql.add("order by " + order + " limit ?) m)", query.count() + 1);
        sql.add(
                "select true as matched, place, type, id, version, updated, clinical_from, released_from, body, hidden,");
        sql.add("now from page");
        query.includes().forEach(include -> include(sql, include, query.count()));
        return sql.add("order by matched desc, place, type, id");
    }

    private static void include(Sql sql, Followed include, int count) {
        sql.add("union all select false, p.place, i.*, p.now from page p cross join lateral (");
        if (include.target().isShared()) {
            sql.add(SHARED_ROWS + "r.type = ?", include.target().name());
        } else {
            ownRows(sql, "p", include.target(), include.admission());
        }
        sql.add("and exists (select from released.link l where l.source_type = p.type and l.source_id = p.id");
        sql.add("and l.target_type = r.type and l.target_id = r.id) offset 0) i where p.place <= ?", count);
    }

    private static Sql ownRows(Sql sql, String settings, OfferedType type, Admission admission) {
        sql.add(OWN_ROWS + "r.patient = " + settings + ".patient and r.released_from <= " + settings + ".now");
        sql.add("and r.type = ?", type.name());
        if (admission.isNarrowed()) {
            String alternative = "r.tokens @> ?::text[]";
            int number = admission.alternatives().size();
            sql.add(
                    "and (" + String.join(" or ", Collections.nCopies(number, alternative)) + ")",
                    admission.alternatives().stream().map(Statements::array).toArray());
        }
        return sql;
    }

    private static void conditions(Sql sql, Query query) {
        if (!query.ids().isEmpty()) {
            sql.add("and r.id = any (?::text[])", (Object) array(query.ids()));
        }
        query.tokens().forEach(anyOf -> sql.add("and r.tokens && ?::text[]", (Object) array(anyOf)));
        query.dates().forEach(date -> date(sql, date));
    }

    /** FHIR R4, "Search, prefixes": the row's time and the time that is said are both spans. */
    private static void date(Sql sql, DateTerm date) {
        OffsetDateTime from = date.time().from().atOffset(ZoneOffset.UTC);
        OffsetDateTime until = date.time().until().atOffset(ZoneOffset.UTC);
        String within = "(r.clinical_from >= ? and r.clinical_until <= ?)";
        sql.add("and r.clinical_until > '-infinity'");
        switch (date.prefix()) {
            case EQ -> sql.add("and " + within, from, until);
            case GT -> sql.add("and r.clinical_until > ?", until);
            case LT -> sql.add("and r.clinical_from < ?", from);
            case GE -> sql.add("and (r.clinical_until > ? or " + within + ")", until, from, until);
            case LE -> sql.add("and (r.clinical_from < ? or " + within + ")", from, from, until);
        }
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}

package nl.inzage.fhir.narrow;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.EverythingReader.Sought;
import nl.inzage.fhir.narrow.Query.DateTerm;
import nl.inzage.fhir.narrow.Query.Followed;
import nl.inzage.fhir.view.Token;

/**
 * The one SQL statement of a request. It sets whose rows row-level security lets through, for itself only, and says
 * the same again in its WHERE clause. Every part that reads depends sideways on the part that sets, so that the
 * database cannot read first; were it to, no row would come back.
 */
final class Statements {

    /** The newest of each code: of a row's codings the first that says its system; without any a group of its own. */
    private static final String BY_CODE =
            """
            , row_number() over (partition by coalesce((
                select t from unnest(r.tokens) with ordinality u (t, place) where starts_with(t, 'code|')
                order by starts_with(t, 'code||'), place limit 1), r.id)
              order by r.clinical_from desc, r.id desc) as nth
            """;

    /** The ids that a row of the page names by an include, from the token's third part. */
    private static final String NAMED =
            "r.id = any (array(select split_part(t, '|', 3) from unnest(p.tokens) t where starts_with(t, ?)))";

    private static final String REACHED = "r.id = any (array(select l.target_id from released.shared_link l"
            + " where l.source_type = p.type and l.source_id = p.id and l.target_type = ?))";

    private Statements() {}

    /** A resource of somebody by its id. */
    static Sql read(AccessPlan plan, OfferedType type, String id, Admission admission) {
        Sql sql = Rows.settings(plan);
        sql.add("select true as matched, 1 as place, " + Rows.LET_THROUGH + " from s cross join lateral (");
        if (type.isShared()) {
            Rows.reached(sql, type.name());
        } else {
            Rows.own(sql, List.of(new Sought(type, admission)));
        }
        return sql.add("and r.id = ?", id).add("limit 1) m");
    }

    /** The content of a document, with the document that shows it. */
    static Sql content(AccessPlan plan, String id) {
        return Rows.settings(plan)
                .add("select " + Rows.LET_THROUGH + " from s cross join lateral (")
                .add("select c.id, c.version, c.updated, c.content_type, c.bytes, r.id as document_id, r.type,")
                .add("r.body" + Rows.RELEASE + " from released.content c join released.link l")
                .add("on l.target_type = 'Binary' and l.target_id = c.id and l.source_type = 'DocumentReference'")
                .add("join released.resource r on r.type = l.source_type and r.id = l.source_id")
                .add("and r.version = l.source_version")
                .add("where c.id = ? and " + Terms.seen("r"), id)
                .add("order by r.id limit 1) m");
    }

    /**
     * A page of a search, one row longer than asked to know whether there is a next, and what it includes.
     *
     * @param perCode how many of each code, when not all
     */
    static Sql search(
            AccessPlan plan, Query query, Admission admission, Optional<Integer> perCode, Optional<Cursor> after) {
        List<Sought> sought = List.of(new Sought(query.type(), admission));
        String order = query.newestFirst() ? "clinical_from desc, id desc" : "clinical_from, id";
        Sql sql = Rows.settings(plan);
        Rows.beginPage(sql, order);
        if (perCode.isPresent()) {
            sql.add(Rows.OWN + "from (select r.*" + BY_CODE + "from released.resource r where");
            Rows.permitted(sql, sought);
            conditions(sql, query);
            sql.add(") r where r.nth <= ?", perCode.get());
            after(sql, "r", query, after);
        } else {
            Optional<List<String>> codes = CodedRows.codesOf(query);
            if (codes.isPresent()) {
                Consumer<Sql> conditions = rows -> conditions(Rows.permitted(rows, sought), query);
                CodedRows.add(sql, query, codes.get(), order, conditions, page -> after(page, "k", query, after));
            } else {
                Rows.own(sql, sought);
                conditions(sql, query);
                after(sql, "r", query, after);
            }
        }
        Rows.endPage(sql, order, query.count());
        if (!query.followed().isEmpty()) {
            sql.add(", followed as materialized (");
            join(sql, query.followed(), followed -> follow(sql, followed, query.count()));
            sql.add(")");
        }
        if (!query.further().isEmpty()) {
            sql.add(", further as materialized (");
            join(sql, query.further(), followed -> followOn(sql, followed));
            sql.add(")");
        }
        return Rows.send(sql, !query.followed().isEmpty(), !query.further().isEmpty());
    }

    private static void after(Sql sql, String table, Query query, Optional<Cursor> after) {
        String place = "and (" + table + ".clinical_from, " + table + ".id) ";
        after.ifPresent(cursor -> sql.add(
                place + (query.newestFirst() ? "<" : ">") + " (?, ?)",
                cursor.time(),
                cursor.key().id()));
    }

    /** A page of the dossier, with whom and what its rows name of nobody's own. */
    static Sql everything(AccessPlan plan, EverythingReader.Wish wish, Optional<Cursor> after) {
        Sql sql = Rows.settings(plan);
        Rows.beginPage(sql, "type, clinical_from, id");
        Rows.own(sql, wish.own());
        after.ifPresent(cursor -> sql.add(
                "and (r.type, r.clinical_from, r.id) > (?, ?, ?)",
                cursor.key().type(),
                cursor.time(),
                cursor.key().id()));
        Rows.endPage(sql, "type, clinical_from, id", wish.count());
        String[] types = array(wish.shared());
        sql.add(", followed as materialized (" + Rows.FOLLOWED + "page p cross join lateral (" + Rows.shared("true"));
        sql.add("from released.link l join released.shared r on r.type = l.target_type and r.id = l.target_id");
        sql.add("where s.now is not null and l.source_type = p.type and l.source_id = p.id");
        sql.add("and l.source_version = p.version");
        sql.add("and r.type = any (?::text[]) offset 0) m where p.place <= ?)", (Object) types, wish.count());
        sql.add(", further as materialized (" + Rows.FOLLOWED + "followed p cross join lateral ("
                + Rows.shared("true"));
        sql.add("from released.shared_link l join released.shared r on r.type = l.target_type and r.id = l.target_id");
        sql.add("where s.now is not null and l.source_type = p.type and l.source_id = p.id");
        sql.add("and r.type = any (?::text[]) offset 0) m)", (Object) types);
        return Rows.send(sql, true, true);
    }

    private static void join(Sql sql, List<Followed> all, Consumer<Followed> one) {
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                sql.add("union all");
            }
            one.accept(all.get(i));
        }
    }

    private static void follow(Sql sql, Followed followed, int count) {
        sql.add(Rows.FOLLOWED + "page p cross join lateral (");
        if (followed.target().isShared()) {
            Rows.sharedByName(sql, followed.target().name());
        } else {
            Rows.own(sql, List.of(new Sought(followed.target(), followed.admission())));
        }
        // Of the patient there is one row, whichever row of the page says so.
        if (followed.include().isOwner()) {
            sql.add("offset 0) m where p.place = 1");
        } else {
            String naming =
                    Token.namingA(followed.include().name(), followed.target().name());
            sql.add("and " + NAMED, naming).add("offset 0) m where p.place <= ?", count);
        }
    }

    private static void followOn(Sql sql, Followed followed) {
        sql.add(Rows.FOLLOWED + "followed p cross join lateral (");
        Rows.sharedByName(sql, followed.target().name());
        sql.add("and " + REACHED, followed.target().name());
        sql.add("offset 0) m where p.type = ?", followed.source().name());
    }

    private static void conditions(Sql sql, Query query) {
        if (!query.ids().isEmpty()) {
            sql.add("and r.id = any (?::text[])", (Object) array(query.ids()));
        }
        query.tokens().forEach(anyOf -> sql.add("and r.tokens && ?::text[]", (Object) array(anyOf)));
        query.beginnings()
                .forEach(anyOf -> sql.add(
                        "and exists (select from unnest(r.tokens) t, unnest(?::text[]) b where starts_with(t, b))",
                        (Object) array(anyOf)));
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

    static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}

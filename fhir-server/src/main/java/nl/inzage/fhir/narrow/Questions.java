package nl.inzage.fhir.narrow;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.narrow.EverythingReader.Sought;
import nl.inzage.fhir.narrow.Query.DateTerm;
import nl.inzage.fhir.narrow.Query.Followed;
import nl.inzage.fhir.view.Token;

/** What can be asked of the released view. */
final class Questions {

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

    private Questions() {}

    /** A resource of somebody by its id. */
    static Question read(OfferedType type, String id, Admission admission) {
        return new Question(false, tables -> {
            Sql sql = Rows.beginOne(tables);
            if (type.isShared()) {
                Rows.reached(sql, "select ?::text as type, ?::text as id", type.name(), id);
            } else {
                Rows.own(sql, List.of(new Sought(type, admission))).add("and r.id = ?", id);
            }
            Rows.endOne(tables, sql);
        });
    }

    /**
     * A page of a search, one row longer than asked to know whether there is a next, and what it includes.
     *
     * @param perCode how many of each code, when not all
     */
    static Question search(Query query, Admission admission, Optional<Integer> perCode, Optional<Cursor> after) {
        return new Question(!query.followed().isEmpty(), tables -> {
            String order = query.newestFirst() ? "clinical_from desc, id desc" : "clinical_from, id";
            Sql sql = Rows.beginPage(tables, order);
            matches(sql, query, List.of(new Sought(query.type(), admission)), order, perCode, after);
            Rows.endPage(tables, sql, order, query.count());
            if (!query.followed().isEmpty()) {
                tables.begin("followed");
                String page = tables.named("page");
                join(sql, query.followed(), followed -> follow(sql, page, followed, query.count()));
                tables.end();
            }
            if (!query.further().isEmpty()) {
                tables.begin("further");
                String before = tables.named("followed");
                join(sql, query.further(), followed -> followOn(sql, before, followed));
                tables.end();
            }
        });
    }

    private static void matches(
            Sql sql,
            Query query,
            List<Sought> sought,
            String order,
            Optional<Integer> perCode,
            Optional<Cursor> after) {
        Optional<List<String>> codes = CodedRows.codesOf(query);
        if (perCode.isPresent()) {
            sql.add(Rows.own(sought)).add("from (select r.*").add(BY_CODE).add("from released.resource r where");
            Rows.permitted(sql, sought);
            conditions(sql, query);
            sql.add(") r where r.nth <= ?", perCode.get());
            after(sql, "r", query, after);
        } else if (codes.isPresent()) {
            Consumer<Sql> conditions = rows -> conditions(Rows.permitted(rows, sought), query);
            sql.add(Rows.own(sought));
            CodedRows.add(sql, query, codes.get(), order, conditions, page -> after(page, "k", query, after));
        } else {
            Rows.own(sql, sought);
            conditions(sql, query);
            after(sql, "r", query, after);
        }
    }

    private static void after(Sql sql, String table, Query query, Optional<Cursor> after) {
        String place = "and (" + table + ".clinical_from, " + table + ".id) ";
        after.ifPresent(cursor -> sql.add(
                place + (query.newestFirst() ? "<" : ">") + " (?, ?)",
                cursor.time(),
                cursor.key().id()));
    }

    /** A page of the dossier, with whom and what its rows name of nobody's own. */
    static Question everything(EverythingReader.Wish wish, Optional<Cursor> after) {
        return new Question(true, tables -> {
            Sql sql = Rows.beginPage(tables, "type, clinical_from, id");
            Rows.own(sql, wish.own());
            after.ifPresent(cursor -> sql.add(
                    "and (r.type, r.clinical_from, r.id) > (?, ?, ?)",
                    cursor.key().type(),
                    cursor.time(),
                    cursor.key().id()));
            Rows.endPage(tables, sql, "type, clinical_from, id", wish.count());
            String[] types = array(wish.shared());
            tables.begin("followed");
            String onPage = "and l.source_version = p.version and p.place <= ?";
            named(sql, tables.named("page"), "released.link", types, onPage, wish.count());
            tables.end();
            tables.begin("further");
            named(sql, tables.named("followed"), "released.shared_link", types, "");
            tables.end();
        });
    }

    /** What rows that were found name of nobody's own, each once. */
    private static void named(
            Sql sql, String before, String links, String[] types, String condition, Object... values) {
        sql.add(Rows.FOLLOWED + "(select min(p.place) as place, l.target_type, l.target_id from s");
        sql.add("cross join " + before + " p cross join lateral (select l.target_type, l.target_id from " + links
                + " l");
        sql.add("where s.now is not null and l.source_type = p.type and l.source_id = p.id " + condition, values);
        sql.add("and l.target_type = any (?::text[]) offset 0) l", (Object) types);
        sql.add("group by l.target_type, l.target_id) p cross join lateral (" + Rows.shared("true"));
        sql.add("from released.shared r where s.now is not null and r.type = p.target_type and r.id = p.target_id");
        sql.add("offset 0) m");
    }

    private static void join(Sql sql, List<Followed> all, Consumer<Followed> one) {
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                sql.add("union all");
            }
            one.accept(all.get(i));
        }
    }

    private static void follow(Sql sql, String page, Followed followed, int count) {
        sql.add(Rows.FOLLOWED + page + " p cross join lateral (");
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

    private static void followOn(Sql sql, String before, Followed followed) {
        sql.add(Rows.FOLLOWED + before + " p cross join lateral (");
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

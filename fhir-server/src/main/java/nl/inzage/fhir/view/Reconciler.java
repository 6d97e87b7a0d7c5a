package nl.inzage.fhir.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Compares the released view with the store, both ways, a range of ids at a time. A view that is behind shows nothing
 * wrong by itself: what it lacks is simply not there, and what it has too much would leak, so the comparison has to be
 * made. Each looks in one statement at both, which are written in one transaction: a write in flight is no difference.
 */
final class Reconciler {

    private static final int RANGE = 2_000;

    /** After every id, in whichever order the database has its texts: no id is as long. */
    static final String LAST = "z".repeat(65);

    private static final String STORED =
            """
            stored as (select fhir_id as id, res_id as number, res_ver as version from fhir.hfj_resource
              where res_type = :type and fhir_id > :after and fhir_id <= :until and res_deleted_at is null)
            """;

    private static final String NEWEST =
            """
            select coalesce(s.id, v.id) as id, case when s.id is null then 'SURPLUS' when v.id is null then 'MISSING'
              else 'OTHER_VERSION' end as kind
            from stored s full join newest v using (id) where s.version is distinct from v.version
            union all
            select s.id, 'REVIVED' from stored s join released.gone g on g.type = :type and g.id = s.id
              and g.version >= s.version
            """;

    private static final String OF_SIDE = "with " + STORED
            + """
                    , newest as (select id, version from released.%s t
                      where %s and id > :after and id <= :until)
                    """
            + NEWEST;

    private static final String OF_OWN = "with " + STORED
            + """
                    , present as (select * from released.resource
                      where type = :type and id > :after and id <= :until),
                    newest as (select id, version from present where replaced is null),
                    kept as (select * from released.stamp where type = :type and id > :after and id <= :until),
                    link as (select l.* from released.link l
                      where l.source_type = :type and l.source_id > :after and l.source_id <= :until)
                    """
            + NEWEST
            + """
                    union all
                    select r.id, 'SURPLUS' from present r left join stored s using (id) where r.replaced is not null
                      and not exists (select from fhir.hfj_res_ver v where v.res_id = s.number
                        and v.res_ver = r.version and v.res_deleted_at is null)
                    union all
                    select k.id, 'MISSING' from kept k left join present r using (id, version)
                      where k.replaced is not null and r.id is null
                    union all
                    select r.id, 'OTHER_STAMP' from present r left join kept s using (id, version)
                      where (r.updated,"""
            + Stamps.of("r") + ") is distinct from (s.updated, " + Stamps.of("s") + ")"
            + """

                    union all
                    select l.source_id, case when r.id is null then 'LEFT_OVER' else 'OTHER_LINKS' end from link l
                      left join present r on r.id = l.source_id and r.version = l.source_version
                      where r.id is null or r.patient is distinct from l.patient
                        or (l.part and r.replaced is not null) or
                    """
            + Guard.differs("l", "r")
            + """

                    union all
                    select r.id, 'OTHER_LINKS' from present r cross join unnest(r.refs) ref
                      where not exists (select from link l where l.source_id = r.id and l.source_version = r.version
                        and ref = l.target_type || '/' || l.target_id)
                    union all
                    select c.consent, 'SURPLUS' from released.choice c left join stored s on s.id = c.consent
                      where :type = 'Consent' and c.consent > :after and c.consent <= :until
                        and s.version is distinct from c.version
                    """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Catalogue catalogue;
    private final List<String> types;

    Reconciler(JdbcTemplate jdbc, Catalogue catalogue, ReleasedView view) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.catalogue = catalogue;
        this.types = List.of(view.types());
    }

    /**
     * Some ids of a type that follow each other.
     *
     * @param until the last one
     * @param size how many there are
     */
    record Range(String type, String after, String until, int size) {}

    /** The range that follows a place; nothing when all were had. A place is a type, a slash and an id, or empty. */
    Optional<Range> rangeAfter(String place) {
        int slash = place.indexOf('/');
        String after = slash < 0 ? "" : place.substring(slash + 1);
        for (int i = slash < 0 ? 0 : types.indexOf(place.substring(0, slash)); i < types.size(); i++) {
            Optional<Range> range = rangeOf(types.get(i), after);
            if (range.isPresent()) {
                return range;
            }
            after = "";
        }
        return Optional.empty();
    }

    /** The first range of a type is there also when it is empty: what is beside it may be there too. */
    private Optional<Range> rangeOf(String type, String after) {
        if (after.equals(LAST)) {
            return Optional.empty();
        }
        return Optional.of(jdbc.queryForObject(
                """
                select max(id) as until, count(*) as size from (
                  (select fhir_id as id from fhir.hfj_resource
                    where res_type = :type and fhir_id > :after and res_deleted_at is null
                    order by fhir_id limit :count)
                  union (select id from released.%s t where %s and id > :after order by id limit :count)
                  order by id limit :count) u
                """
                        .formatted(table(type), condition(type)),
                Map.of("type", type, "after", after, "count", RANGE),
                (row, number) -> new Range(
                        type, after, row.getInt("size") < RANGE ? LAST : row.getString("until"), row.getInt("size"))));
    }

    /** The differences in a range. */
    List<Difference> differences(Range range) {
        String sql = isOwn(range.type()) ? OF_OWN : OF_SIDE.formatted(table(range.type()), condition(range.type()));
        return jdbc.query(
                sql,
                Map.of("type", range.type(), "after", range.after(), "until", range.until()),
                (row, number) -> new Difference(
                        new ResourceKey(range.type(), row.getString("id")),
                        Difference.Kind.valueOf(row.getString("kind"))));
    }

    /** All differences. */
    List<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        Optional<Range> range = rangeAfter("");
        while (range.isPresent()) {
            all.addAll(differences(range.get()));
            range = rangeAfter(range.get().type() + "/" + range.get().until());
        }
        return all;
    }

    private boolean isOwn(String type) {
        return catalogue.isOwned(type);
    }

    private String table(String type) {
        if (isOwn(type)) {
            return "resource";
        }
        if (EntryMaker.NEIGHBOURS.contains(type)) {
            return "neighbour";
        }
        return catalogue.type(type).filter(OfferedType::isShared).isPresent() ? "shared" : "content";
    }

    /** The contents of documents are in a table of their own. */
    private String condition(String type) {
        return table(type).equals("content") ? "true" : "t.type = :type";
    }
}

package nl.inzage.fhir.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares the released view with the store, both ways. A view that is behind shows nothing wrong by itself: what it
 * lacks is simply not there, and what it has too much would leak, so the comparison has to be made.
 */
final class Reconciler {

    private final JdbcTemplate jdbc;
    private final Catalogue catalogue;

    Reconciler(JdbcTemplate jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * A resource that the two do not agree on.
     *
     * @param stored the version that the store has; nothing when it was deleted or never was
     * @param released the version that the view has
     */
    record Difference(ResourceKey key, Optional<Long> stored, Optional<Long> released) {}

    /** All differences, by key. */
    List<Difference> differences() {
        return jdbc.query(
                """
                select type, id, s.version as stored, v.version as released
                from (select res_type as type, fhir_id as id, res_ver as version from fhir.hfj_resource
                  where res_deleted_at is null and res_type = any (?::text[])) s
                full join (select type, id, version from released.resource where replaced is null
                  union all select type, id, version from released.shared
                  union all select type, id, version from released.neighbour
                  union all select 'Binary', id, version from released.content) v using (type, id)
                where s.version is distinct from v.version
                order by type, id
                """,
                (row, number) -> new Difference(
                        new ResourceKey(row.getString("type"), row.getString("id")),
                        Optional.ofNullable(row.getObject("stored", Long.class)),
                        Optional.ofNullable(row.getObject("released", Long.class))),
                (Object) types());
    }

    /** All resources that the store has and the view should have. */
    List<ResourceKey> stored() {
        return jdbc.query(
                """
                select res_type, fhir_id from fhir.hfj_resource
                where res_deleted_at is null and res_type = any (?::text[]) order by res_type, fhir_id
                """,
                (row, number) -> new ResourceKey(row.getString("res_type"), row.getString("fhir_id")),
                (Object) types());
    }

    /** The types of which each resource has its row. */
    private String[] types() {
        return Stream.concat(catalogue.types().stream().map(OfferedType::name), EntryMaker.NEIGHBOURS.stream())
                .distinct()
                .toArray(String[]::new);
    }
}

package nl.inzage.fhir.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What is asked of the released view's rows before they are written; whole batches at a time. */
final class ViewTables {

    private static final RowMapper<VersionRow> ROW = (row, number) -> new VersionRow(
            new ResourceKey(row.getString("type"), row.getString("id")),
            row.getLong("version"),
            Optional.ofNullable(row.getString("patient")),
            Optional.ofNullable(row.getString("hospital")).map(HospitalId::new),
            Moments.in(row, "received").orElseThrow(),
            Moments.in(row, "known_before"),
            Moments.in(row, "known"),
            row.getString("policy"));

    private final JdbcTemplate jdbc;

    ViewTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest versions of these, as far as they are there. */
    Map<ResourceKey, VersionRow> newest(Collection<ResourceKey> keys) {
        Map<ResourceKey, VersionRow> rows = new HashMap<>();
        jdbc.query(
                        """
                        select type, id, version, patient, hospital, received, known_before, known, policy
                        from released.resource
                        where replaced is null and (type, id) in (select * from unnest(?::text[], ?::text[]))
                        """,
                        ROW,
                        Keys.types(keys),
                        Keys.ids(keys))
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    /** A row, whichever version. */
    record VersionOf(ResourceKey key, long version, Optional<String> patient) {}

    /** All rows of these. */
    List<VersionOf> versions(Collection<ResourceKey> keys) {
        return jdbc.query(
                """
                select type, id, version, patient from unnest(?::text[], ?::text[]) k (type, id)
                join released.resource using (type, id)
                """,
                (row, number) -> new VersionOf(
                        new ResourceKey(row.getString("type"), row.getString("id")),
                        row.getLong("version"),
                        Optional.ofNullable(row.getString("patient"))),
                Keys.types(keys),
                Keys.ids(keys));
    }

    /** The bodies of the newest versions of these. */
    Map<ResourceKey, String> bodies(Collection<ResourceKey> keys) {
        Map<ResourceKey, String> bodies = new HashMap<>();
        jdbc.query(
                """
                select type, id, body from released.resource
                where replaced is null and (type, id) in (select * from unnest(?::text[], ?::text[]))
                """,
                row -> {
                    bodies.put(new ResourceKey(row.getString("type"), row.getString("id")), row.getString("body"));
                },
                Keys.types(keys),
                Keys.ids(keys));
        return bodies;
    }

    /** The versions under which these were deleted. */
    Map<ResourceKey, Long> gone(Collection<ResourceKey> keys) {
        Map<ResourceKey, Long> gone = new HashMap<>();
        jdbc.query(
                """
                select type, id, version from released.gone
                where (type, id) in (select * from unnest(?::text[], ?::text[]))
                """,
                row -> {
                    gone.put(new ResourceKey(row.getString("type"), row.getString("id")), row.getLong("version"));
                },
                Keys.types(keys),
                Keys.ids(keys));
        return gone;
    }

    /** The rows whose release one of these has a say in. */
    List<Member> dependents(Collection<ResourceKey> targets) {
        return jdbc.query(
                """
                select distinct r.patient, r.type, r.id from released.dependence d
                join released.resource r on r.type = d.type and r.id = d.id and r.replaced is null
                where d.target = any (?::text[])
                """,
                Member.ROW,
                (Object) targets.stream().map(ResourceKey::toString).toArray(String[]::new));
    }

    /** A report that names a result of the same dossier. */
    record Naming(ResourceKey result, VersionRow report, String body) {}

    List<Naming> naming(Collection<ResourceKey> results) {
        return jdbc.query(
                """
                select l.target_type, l.target_id, r.type, r.id, r.version, r.patient, r.hospital, r.received,
                  r.known_before, r.known, r.policy, r.body
                from unnest(?::text[], ?::text[]) n (type, id)
                join released.resource t on t.type = n.type and t.id = n.id and t.replaced is null
                join released.link l on l.part and l.target_type = n.type and l.target_id = n.id
                  and l.patient = t.patient and l.source_type = 'DiagnosticReport'
                join released.resource r on r.type = l.source_type and r.id = l.source_id
                  and r.version = l.source_version and r.replaced is null
                """,
                (row, number) -> new Naming(
                        new ResourceKey(row.getString("target_type"), row.getString("target_id")),
                        ROW.mapRow(row, number),
                        row.getString("body")),
                Keys.types(results),
                Keys.ids(results));
    }

    /** Of other resources than those of people: the bodies as they are now. */
    Map<String, String> bodiesOfNeighbours(Collection<ResourceKey> keys) {
        Map<String, String> bodies = new HashMap<>();
        String[] types = Keys.types(keys);
        String[] ids = Keys.ids(keys);
        jdbc.query(
                """
                with asked (type, id) as (select * from unnest(?::text[], ?::text[]))
                select type, id, body from released.neighbour join asked using (type, id)
                union all select type, id, body from released.shared join asked using (type, id)
                union all select type, id, body from released.resource join asked using (type, id)
                  where replaced is null
                """,
                row -> {
                    bodies.put(row.getString("type") + "/" + row.getString("id"), row.getString("body"));
                },
                types,
                ids);
        return bodies;
    }
}

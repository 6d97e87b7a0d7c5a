package nl.inzage.fhir.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.release.EmbargoGroups;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Keeps the release of groups: a report, its results and its documents are seen together, at the latest of them, in
 * whatever order they arrive. A link across dossiers never makes a group.
 */
final class GroupKeeper {

    private static final RowMapper<ResourceKey> KEY =
            (row, number) -> new ResourceKey(row.getString("type"), row.getString("id"));

    private final JdbcTemplate jdbc;

    GroupKeeper(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is in a group with one of these, themselves included. */
    Set<ResourceKey> membersOfGroupsWith(String patient, Collection<ResourceKey> keys) {
        return new TreeSet<>(jdbc.query(
                """
                with recursive member (type, id) as (
                  select * from unnest(?::text[], ?::text[])
                  union
                  select n.type, n.id from member m cross join lateral (
                    select l.target_type, l.target_id from released.link l
                    where l.part and l.patient = ? and l.source_type = m.type and l.source_id = m.id
                    union all
                    select l.source_type, l.source_id from released.link l
                    where l.part and l.patient = ? and l.target_type = m.type and l.target_id = m.id
                  ) n (type, id))
                select type, id from member
                """,
                KEY,
                types(keys),
                ids(keys),
                patient,
                patient));
    }

    /** Computes the release of the groups with these anew and writes what changed. */
    void update(String patient, Collection<ResourceKey> keys) {
        Set<ResourceKey> members = membersOfGroupsWith(patient, keys);
        EmbargoGroups groups = new EmbargoGroups(ownReleases(patient, members));
        members.stream()
                .filter(member -> member.type().equals("Binary"))
                .forEach(member -> groups.connector(member.toString()));
        tie(groups, patient, members);
        write(groups.releases());
    }

    /** Locks the rows, in the order of their keys. */
    private Map<String, Optional<Instant>> ownReleases(String patient, Set<ResourceKey> members) {
        Map<String, Optional<Instant>> releases = new HashMap<>();
        jdbc.query(
                """
                select type, id, own_release from released.resource
                where patient = ? and (type, id) in (select * from unnest(?::text[], ?::text[]))
                order by type, id for update
                """,
                row -> {
                    releases.put(
                            KEY.mapRow(row, 0).toString(),
                            Optional.ofNullable(row.getObject("own_release", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant));
                },
                patient,
                types(members),
                ids(members));
        return releases;
    }

    private void tie(EmbargoGroups groups, String patient, Set<ResourceKey> members) {
        jdbc.query(
                """
                select source_type, source_id, target_type, target_id from released.link
                where part and patient = ? and (source_type, source_id) in (select * from unnest(?::text[], ?::text[]))
                """,
                row -> {
                    groups.tie(
                            row.getString("source_type") + "/" + row.getString("source_id"),
                            row.getString("target_type") + "/" + row.getString("target_id"));
                },
                patient,
                types(members),
                ids(members));
    }

    private void write(Map<String, Optional<Instant>> releases) {
        List<String> keys = releases.keySet().stream().sorted().toList();
        String[] moments = keys.stream()
                .map(key -> releases.get(key).map(Instant::toString).orElse(null))
                .toArray(String[]::new);
        jdbc.update(
                """
                update released.resource r set released_from = v.moment
                from unnest(?::text[], ?::timestamptz[]) v (key, moment)
                where r.type = split_part(v.key, '/', 1) and r.id = split_part(v.key, '/', 2)
                and r.released_from is distinct from v.moment
                """,
                ViewTables.array(keys),
                moments);
    }

    private static String[] types(Collection<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::type).toArray(String[]::new);
    }

    private static String[] ids(Collection<ResourceKey> keys) {
        return keys.stream().map(ResourceKey::id).toArray(String[]::new);
    }
}

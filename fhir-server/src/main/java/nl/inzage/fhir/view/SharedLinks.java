package nl.inzage.fhir.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What resources that are nobody's own name of each other: a role its practitioner, its organisation, its places. */
final class SharedLinks {

    private final JdbcTemplate jdbc;

    SharedLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes those of rows that were just written; not when the view has a newer version or has it deleted. */
    void write(List<ViewEntry.Shared> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<ResourceKey, Set<ResourceKey>> present = ofCurrent(entries);
        List<ViewEntry.Shared> changed = entries.stream()
                .filter(entry -> present.containsKey(entry.key()))
                .filter(entry -> !entry.named().equals(present.get(entry.key())))
                .toList();
        List<ResourceKey> keys = changed.stream().map(ViewEntry.Shared::key).toList();
        jdbc.update(
                """
                delete from released.shared_link where (source_type, source_id)
                  in (select * from unnest(?::text[], ?::text[]))
                """,
                Keys.types(keys),
                Keys.ids(keys));
        jdbc.batchUpdate(
                "insert into released.shared_link (source_type, source_id, target_type, target_id) values (?, ?, ?, ?)",
                changed.stream()
                        .flatMap(entry -> entry.named().stream().map(target ->
                                new Object[] {entry.key().type(), entry.key().id(), target.type(), target.id()}))
                        .toList());
    }

    /** Of the rows that have this very version: what they name until now. */
    private Map<ResourceKey, Set<ResourceKey>> ofCurrent(List<ViewEntry.Shared> entries) {
        List<ResourceKey> keys = entries.stream().map(ViewEntry.Shared::key).toList();
        Map<ResourceKey, Set<ResourceKey>> named = new HashMap<>();
        jdbc.query(
                """
                select s.type, s.id, l.target_type, l.target_id
                from unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, version)
                join released.shared s using (type, id, version)
                left join released.shared_link l on l.source_type = s.type and l.source_id = s.id
                """,
                row -> {
                    Set<ResourceKey> targets = named.computeIfAbsent(
                            new ResourceKey(row.getString("type"), row.getString("id")), key -> new HashSet<>());
                    if (row.getString("target_type") != null) {
                        targets.add(new ResourceKey(row.getString("target_type"), row.getString("target_id")));
                    }
                },
                Keys.types(keys),
                Keys.ids(keys),
                entries.stream().map(ViewEntry.Shared::version).toArray(Long[]::new));
        return named;
    }
}

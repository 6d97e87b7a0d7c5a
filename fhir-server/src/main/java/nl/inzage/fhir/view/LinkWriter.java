package nl.inzage.fhir.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what versions of resources name; only the newest version ties its parts to it. */
final class LinkWriter {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;

    LinkWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Link(ResourceKey target, String patient, boolean part) {}

    /** Writes the links of versions, the newest among them; those that are there already stay untouched. */
    void write(List<ViewEntry.Own> entries) {
        Map<ResourceKey, Long> newest = new HashMap<>();
        entries.forEach(entry -> newest.merge(entry.key(), entry.version(), Math::max));
        Map<Removal.Version, Set<Link>> present = linksOf(entries);
        List<ViewEntry.Own> changed = entries.stream()
                .filter(entry -> !wanted(entry, newest).equals(present.getOrDefault(versionOf(entry), Set.of())))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from released.link l using unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, version)
                where l.source_type = n.type and l.source_id = n.id and l.source_version = n.version
                """,
                Keys.types(keysOf(changed)),
                Keys.ids(keysOf(changed)),
                versionsOf(changed));
        List<Object[]> rows = changed.stream()
                .flatMap(entry -> wanted(entry, newest).stream().map(link -> new Object[] {
                    entry.key().type(),
                    entry.key().id(),
                    entry.version(),
                    link.target().type(),
                    link.target().id(),
                    link.patient(),
                    link.part()
                }))
                .toList();
        jdbc.batchUpdate(
                """
                insert into released.link (source_type, source_id, source_version, target_type, target_id, patient, part,
                  %s)
                select l.*, %s
                from (values (?::text, ?::text, ?::bigint, ?::text, ?::text, ?::text, ?::boolean))
                  l (type, id, version, target_type, target_id, patient, part)
                left join released.resource r on r.type = l.type and r.id = l.id and r.version = l.version
                """
                        .formatted(Guard.columns(), Guard.of("r")),
                rows,
                BATCH,
                (statement, row) -> {
                    for (int column = 0; column < row.length; column++) {
                        statement.setObject(column + 1, row[column]);
                    }
                });
    }

    private static Set<Link> wanted(ViewEntry.Own entry, Map<ResourceKey, Long> newest) {
        boolean ties = entry.version() == newest.get(entry.key());
        return entry.references().stream()
                .map(reference -> new Link(reference.target(), entry.patient().orElse(null), ties && reference.part()))
                .collect(Collectors.toSet());
    }

    private Map<Removal.Version, Set<Link>> linksOf(List<ViewEntry.Own> entries) {
        Map<Removal.Version, Set<Link>> links = new HashMap<>();
        jdbc.query(
                """
                select l.* from unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, version)
                join released.link l on l.source_type = n.type and l.source_id = n.id and l.source_version = n.version
                """,
                row -> {
                    links.computeIfAbsent(
                                    new Removal.Version(
                                            new ResourceKey(row.getString("source_type"), row.getString("source_id")),
                                            row.getLong("source_version")),
                                    version -> new HashSet<>())
                            .add(new Link(
                                    new ResourceKey(row.getString("target_type"), row.getString("target_id")),
                                    row.getString("patient"),
                                    row.getBoolean("part")));
                },
                Keys.types(keysOf(entries)),
                Keys.ids(keysOf(entries)),
                versionsOf(entries));
        return links;
    }

    /** Takes away what versions named that are not there. */
    void dropLeftOver(List<ResourceKey> keys) {
        jdbc.update(
                """
                delete from released.link l using unnest(?::text[], ?::text[]) n (type, id)
                where l.source_type = n.type and l.source_id = n.id and not exists (
                  select from released.resource r
                  where r.type = n.type and r.id = n.id and r.version = l.source_version)
                """,
                Keys.types(keys),
                Keys.ids(keys));
    }

    /** Gives links the windows of their sources, where they have others; how many had. */
    int followSources(List<ResourceKey> keys) {
        // Whoever moves a window without the dossier's lock waits, and then finds these links.
        jdbc.query(
                """
                select 1 from unnest(?::text[], ?::text[]) n (type, id)
                join released.resource r on r.type = n.type and r.id = n.id order by r.number for share of r
                """,
                row -> {},
                Keys.types(keys),
                Keys.ids(keys));
        return jdbc.update(
                """
                update released.link l set %s
                from unnest(?::text[], ?::text[]) n (type, id)
                join released.resource r on r.type = n.type and r.id = n.id
                where l.source_type = r.type and l.source_id = r.id and l.source_version = r.version and %s
                """
                        .formatted(Guard.from("r"), Guard.differs("l", "r")),
                Keys.types(keys),
                Keys.ids(keys));
    }

    /** What was a part of an older version is part of nothing by that. */
    void onlyNewestTie(List<ResourceKey> keys, Long[] newest) {
        jdbc.update(
                """
                update released.link l set part = false
                from unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, version)
                where l.part and l.source_type = n.type and l.source_id = n.id and l.source_version < n.version
                """,
                Keys.types(keys),
                Keys.ids(keys),
                newest);
    }

    private static Removal.Version versionOf(ViewEntry.Own entry) {
        return new Removal.Version(entry.key(), entry.version());
    }

    private static List<ResourceKey> keysOf(List<ViewEntry.Own> entries) {
        return entries.stream().map(ViewEntry.Own::key).toList();
    }

    private static Long[] versionsOf(List<ViewEntry.Own> entries) {
        return entries.stream().map(ViewEntry.Own::version).toArray(Long[]::new);
    }
}

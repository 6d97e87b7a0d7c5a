package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The stamps of all versions, kept beside the rows: when a version came and what was seen by then is told nowhere
 * else, so that a row that is lost could not be stamped as it was.
 */
final class Stamps {

    /** What makes up a stamp, in a row and here. */
    static final List<String> COLUMNS = List.of(
            "received",
            "replaced",
            "role",
            "known_before",
            "known",
            "own_ordinary",
            "own_early",
            "own_reasons",
            "ordinary_from",
            "ordinary_until",
            "early_from",
            "early_until",
            "reasons",
            "policy");

    private static final String DEPENDS =
            """
            case when r.replaced is null then (select coalesce(array_agg(d.target order by d.target), '{}')
              from released.dependence d where d.type = r.type and d.id = r.id) else '{}' end
            """;

    private final JdbcTemplate jdbc;

    Stamps(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns with the name of a table before each. */
    static String of(String table) {
        return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    /** Keeps the stamps of all versions of these as their rows have them; one that moved may be named twice. */
    void keep(Collection<ResourceKey> moved) {
        Set<ResourceKey> keys = new TreeSet<>(moved);
        jdbc.update(
                "insert into released.stamp as s (type, id, version, updated, " + String.join(", ", COLUMNS)
                        + ", depends) select r.type, r.id, r.version, r.updated, " + of("r") + ", " + DEPENDS
                        + " from unnest(?::text[], ?::text[]) k (type, id) join released.resource r using (type, id)"
                        + " on conflict (type, id, version) do update set updated = excluded.updated, "
                        + COLUMNS.stream()
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", "))
                        + ", depends = excluded.depends where (s.updated, s.depends, " + of("s")
                        + ") is distinct from (excluded.updated, excluded.depends, " + of("excluded") + ")",
                Keys.types(keys),
                Keys.ids(keys));
    }

    /** A version of which the stamp is kept, by the moment at which the store wrote it. */
    record Kept(long version, Instant updated, boolean replaced) {}

    Map<ResourceKey, List<Kept>> of(Collection<ResourceKey> keys) {
        Map<ResourceKey, List<Kept>> kept = new HashMap<>();
        jdbc.query(
                """
                select type, id, version, updated, replaced is not null as old from unnest(?::text[], ?::text[]) k (type, id)
                join released.stamp using (type, id) order by type, id, version
                """,
                row -> {
                    kept.computeIfAbsent(
                                    new ResourceKey(row.getString("type"), row.getString("id")),
                                    key -> new ArrayList<>())
                            .add(new Kept(
                                    row.getLong("version"),
                                    Moments.in(row, "updated").orElseThrow(),
                                    row.getBoolean("old")));
                },
                Keys.types(keys),
                Keys.ids(keys));
        return kept;
    }

    /** Of these: the newest version before, as far as its stamp is kept. */
    Map<ResourceKey, Past.Before> newestBefore(Collection<ViewEntry.Own> entries) {
        Map<ResourceKey, Past.Before> before = new HashMap<>();
        if (entries.isEmpty()) {
            return before;
        }
        List<ResourceKey> keys = entries.stream().map(ViewEntry.Own::key).toList();
        jdbc.query(
                """
                select distinct on (type, id) type, id, s.version, coalesce(s.known, s.known_before) as known
                from unnest(?::text[], ?::text[], ?::bigint[]) n (type, id, newest)
                join released.stamp s using (type, id) where s.version < n.newest order by type, id, s.version desc
                """,
                row -> {
                    before.put(
                            new ResourceKey(row.getString("type"), row.getString("id")),
                            new Past.Before(row.getLong("version"), Moments.in(row, "known")));
                },
                Keys.types(keys),
                Keys.ids(keys),
                entries.stream().map(ViewEntry.Own::version).toArray(Long[]::new));
        return before;
    }

    /** Gives rows that are there the stamp that is kept of them, and what else decided; how many had another. */
    int restore(Collection<ResourceKey> keys) {
        String[] types = Keys.types(keys);
        String[] ids = Keys.ids(keys);
        int moved = jdbc.update(
                "update released.resource r set (" + String.join(", ", COLUMNS) + ") = (" + of("s")
                        + ") from unnest(?::text[], ?::text[]) k (type, id) join released.stamp s using (type, id)"
                        + " where r.type = s.type and r.id = s.id and r.version = s.version and r.updated = s.updated"
                        + " and (" + of("r") + ") is distinct from (" + of("s") + ")",
                types,
                ids);
        jdbc.update(
                """
                delete from released.dependence d using unnest(?::text[], ?::text[]) k (type, id)
                where d.type = k.type and d.id = k.id and not exists (select from released.stamp s
                  where s.type = d.type and s.id = d.id and d.target = any (s.depends))
                """,
                types,
                ids);
        jdbc.update(
                """
                insert into released.dependence (target, type, id)
                select distinct target, s.type, s.id from unnest(?::text[], ?::text[]) k (type, id)
                join released.stamp s using (type, id) cross join unnest(s.depends) target on conflict do nothing
                """,
                types,
                ids);
        return moved;
    }
}

package nl.inzage.fhir.view;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** What is beside the dossiers: shared rows, contents, neighbours. An older version never replaces a newer. */
final class SideTables {

    private static final int BATCH = 200;

    private static final String NOT_GONE =
            "where not exists (select from released.gone where type = ? and id = ? and version >= ?)";

    private static final String SHARED =
            """
            insert into released.shared as t (type, id, version, hospital, updated, body)
            select ?, ?, ?, ?, ?, ? %s
            on conflict (type, id) do update set version = excluded.version, hospital = excluded.hospital,
              updated = excluded.updated, body = excluded.body
            where t.version <= excluded.version and (t.version, t.hospital, t.updated, t.body)
              is distinct from (excluded.version, excluded.hospital, excluded.updated, excluded.body)
            """
                    .formatted(NOT_GONE);

    private static final String CONTENT =
            """
            insert into released.content as t (id, version, hospital, updated, content_type, bytes)
            select ?, ?, ?, ?, ?, ? %s
            on conflict (id) do update set version = excluded.version, hospital = excluded.hospital,
              updated = excluded.updated, content_type = excluded.content_type, bytes = excluded.bytes
            where t.version <= excluded.version and (t.version, t.hospital, t.updated, t.content_type, t.bytes)
              is distinct from (excluded.version, excluded.hospital, excluded.updated, excluded.content_type,
                excluded.bytes)
            """
                    .formatted(NOT_GONE);

    private static final String NEIGHBOUR =
            """
            insert into released.neighbour as t (type, id, version, body)
            select ?, ?, ?, ? %s
            on conflict (type, id) do update set version = excluded.version, body = excluded.body
            where t.version <= excluded.version
              and (t.version, t.body) is distinct from (excluded.version, excluded.body)
            """
                    .formatted(NOT_GONE);

    private final JdbcTemplate jdbc;
    private final SharedLinks links;
    private final Choices choices;

    SideTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.links = new SharedLinks(jdbc);
        this.choices = new Choices(jdbc);
    }

    /** Writes what is nobody's own, and of what is somebody's the choices in it; how many rows were otherwise. */
    int write(Collection<ViewEntry> entries) {
        List<ViewEntry.Shared> shared = some(entries, ViewEntry.Shared.class);
        int changed = write(SHARED, shared, (statement, entry) -> {
                    statement.setString(1, entry.key().type());
                    statement.setString(2, entry.key().id());
                    statement.setLong(3, entry.version());
                    statement.setString(4, entry.hospital().orElse(null));
                    statement.setObject(5, Moments.utc(entry.updated()));
                    statement.setString(6, entry.body());
                    statement.setString(7, entry.key().type());
                    statement.setString(8, entry.key().id());
                    statement.setLong(9, entry.version());
                })
                + write(CONTENT, some(entries, ViewEntry.Content.class), (statement, entry) -> {
                    statement.setString(1, entry.key().id());
                    statement.setLong(2, entry.version());
                    statement.setString(3, entry.hospital().orElse(null));
                    statement.setObject(4, Moments.utc(entry.updated()));
                    statement.setString(5, entry.contentType());
                    statement.setBytes(6, entry.bytes());
                    statement.setString(7, entry.key().type());
                    statement.setString(8, entry.key().id());
                    statement.setLong(9, entry.version());
                })
                + write(NEIGHBOUR, some(entries, ViewEntry.Neighbour.class), (statement, entry) -> {
                    statement.setString(1, entry.key().type());
                    statement.setString(2, entry.key().id());
                    statement.setLong(3, entry.version());
                    statement.setString(4, entry.body());
                    statement.setString(5, entry.key().type());
                    statement.setString(6, entry.key().id());
                    statement.setLong(7, entry.version());
                });
        links.write(shared);
        some(entries, ViewEntry.Own.class).forEach(entry -> Choice.in(entry).ifPresent(choices::write));
        return changed;
    }

    private <T extends ViewEntry> int write(
            String sql, List<T> entries, ParameterizedPreparedStatementSetter<T> values) {
        return Arrays.stream(jdbc.batchUpdate(sql, entries, BATCH, values))
                .flatMapToInt(Arrays::stream)
                .sum();
    }

    private static <T extends ViewEntry> List<T> some(Collection<ViewEntry> entries, Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Takes it away, and remembers that, so that no older version comes back. */
    void delete(ResourceKey key, long version) {
        jdbc.update(
                """
                insert into released.gone (type, id, version) values (?, ?, ?)
                on conflict (type, id) do update set version = greatest(gone.version, excluded.version)
                """,
                key.type(),
                key.id(),
                version);
        remove(List.of(key), new Long[] {-1L});
    }

    /** Takes away what is of a newer version than these; how many rows there were. */
    int remove(List<ResourceKey> keys, Long[] newest) {
        int removed = 0;
        for (String table : List.of(
                "shared t using n where (t.type, t.id) = (n.type, n.id)",
                "neighbour t using n where (t.type, t.id) = (n.type, n.id)",
                "content t using n where ('Binary', t.id) = (n.type, n.id)",
                "choice t using n where ('Consent', t.consent) = (n.type, n.id)")) {
            removed += jdbc.update(
                    "with n (type, id, version) as (select * from unnest(?::text[], ?::text[], ?::bigint[]))"
                            + " delete from released." + table + " and t.version > n.version",
                    Keys.types(keys),
                    Keys.ids(keys),
                    newest);
        }
        jdbc.update(
                """
                delete from released.shared_link l using unnest(?::text[], ?::text[]) n (type, id)
                where l.source_type = n.type and l.source_id = n.id
                and not exists (select from released.shared s where s.type = n.type and s.id = n.id)
                """,
                Keys.types(keys),
                Keys.ids(keys));
        return removed;
    }
}

package nl.inzage.fhir.view;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes rows away, with all that is kept about them. */
final class Removal {

    private final JdbcTemplate jdbc;

    Removal(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One version of a resource. */
    record Version(ResourceKey key, long version) {}

    void of(Collection<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        List<ResourceKey> keys = versions.stream().map(Version::key).toList();
        Long[] numbers = versions.stream().map(Version::version).toArray(Long[]::new);
        // The row first, as whoever changes its window does: its links close with it.
        for (String table : List.of(
                "resource t using n where (t.type, t.id, t.version)",
                "link t using n where (t.source_type, t.source_id, t.source_version)",
                "stamp t using n where (t.type, t.id, t.version)")) {
            jdbc.update(
                    "with n (type, id, version) as (select * from unnest(?::text[], ?::text[], ?::bigint[]))"
                            + " delete from released." + table + " = (n.type, n.id, n.version)",
                    Keys.types(keys),
                    Keys.ids(keys),
                    numbers);
        }
    }

    /** All versions of resources. */
    void ofAll(Collection<ResourceKey> keys) {
        for (String table : List.of(
                "resource where (type, id)",
                "link where (source_type, source_id)",
                "dependence where (type, id)",
                "stamp where (type, id)")) {
            jdbc.update(
                    "delete from released." + table + " in (select * from unnest(?::text[], ?::text[]))",
                    Keys.types(keys),
                    Keys.ids(keys));
        }
    }
}

package nl.inzage.fhir.view;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What resources that are nobody's own name of each other: a role its practitioner, its organisation, its places. */
final class SharedLinks {

    private final JdbcTemplate jdbc;

    SharedLinks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes those of a row that was just written; not when the view has a newer version or has it deleted. */
    void write(ViewEntry.Shared entry) {
        Boolean current = jdbc.queryForObject(
                "select exists (select from released.shared where type = ? and id = ? and version = ?)",
                Boolean.class,
                entry.key().type(),
                entry.key().id(),
                entry.version());
        if (Boolean.TRUE.equals(current)) {
            delete(entry.key());
            jdbc.batchUpdate(
                    "insert into released.shared_link (source_type, source_id, target_type, target_id)"
                            + " values (?, ?, ?, ?)",
                    List.copyOf(entry.named()),
                    100,
                    (statement, target) -> {
                        statement.setString(1, entry.key().type());
                        statement.setString(2, entry.key().id());
                        statement.setString(3, target.type());
                        statement.setString(4, target.id());
                    });
        }
    }

    void delete(ResourceKey key) {
        jdbc.update("delete from released.shared_link where source_type = ? and source_id = ?", key.type(), key.id());
    }
}

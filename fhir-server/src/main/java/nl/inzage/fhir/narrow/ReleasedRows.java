package nl.inzage.fhir.narrow;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Runs statements as the role that can read the released view and nothing else. Each runs by itself, without a
 * surrounding transaction, so that its row-level security settings end with it and a pooled connection keeps nothing.
 */
final class ReleasedRows {

    private final JdbcTemplate reader;

    ReleasedRows(JdbcTemplate reader) {
        this.reader = reader;
    }

    List<Row> rows(Sql sql) {
        return reader.query(sql.text(), (row, number) -> Row.of(row), sql.arguments());
    }

    Optional<DocumentContent> content(Sql sql) {
        return reader.query(sql.text(), (row, number) -> DocumentContent.of(row), sql.arguments()).stream()
                .findFirst();
    }
}

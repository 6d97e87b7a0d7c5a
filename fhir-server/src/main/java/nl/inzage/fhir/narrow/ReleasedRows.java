package nl.inzage.fhir.narrow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.access.AccessPlan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Runs statements as the role that can read the released view and nothing else. Each runs by itself, without a
 * surrounding transaction, so that its row-level security settings end with it and a pooled connection keeps nothing.
 */
final class ReleasedRows {

    /** More than there are sorts of questions in use; a batch can ask for others without end. */
    private static final long TEXTS = 500;

    private final JdbcTemplate reader;

    /** The same text is the same object: the driver knows its plan by it, and need not read it through. */
    private final Cache<List<String>, String> texts =
            Caffeine.newBuilder().maximumSize(TEXTS).build();

    ReleasedRows(JdbcTemplate reader) {
        this.reader = reader;
    }

    /** The rows of each question, in their order, by one statement. */
    List<List<Row>> rows(AccessPlan plan, List<Question> questions) {
        List<List<Row>> rows = new ArrayList<>();
        questions.forEach(question -> rows.add(new ArrayList<>()));
        Sql sql = Statements.of(plan, questions);
        reader.query(
                texts.get(sql.parts(), Sql::text),
                (RowCallbackHandler) row -> rows.get(row.getInt("question")).add(Row.of(row)),
                sql.arguments());
        return rows;
    }

    Optional<DocumentContent> content(Sql sql) {
        return reader.query(sql.text(), (row, number) -> DocumentContent.of(row), sql.arguments()).stream()
                .findFirst();
    }
}

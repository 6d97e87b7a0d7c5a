package nl.inzage.fhir.narrow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.inzage.fhir.view.ResourceKey;

/** The content of a document, with the document that shows it as the row that is checked. */
@SuppressWarnings("ArrayRecordComponent") // Carried once, never compared.
record DocumentContent(Row document, String id, long version, Instant updated, String type, byte[] bytes) {

    static DocumentContent of(ResultSet row) throws SQLException {
        Row document = new Row(
                true,
                new ResourceKey(row.getString("type"), row.getString("document_id")),
                0,
                OffsetDateTime.MIN,
                Release.of(row),
                Row.instant(row, "now"),
                true,
                List.of(),
                Body.of(row.getBytes("body")));
        return new DocumentContent(
                document,
                row.getString("id"),
                row.getLong("version"),
                Row.instant(row, "updated"),
                row.getString("content_type"),
                row.getBytes("bytes"));
    }
}

package nl.inzage.fhir.narrow;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.inzage.fhir.view.ReferenceCutter;
import nl.inzage.fhir.view.ResourceKey;

/**
 * A row that the database let through.
 *
 * @param matched whether the query asked for it; false when an include brought it
 * @param release when it may be seen; says nothing for what is nobody's own
 * @param now the moment that counts for release, of the statement that read it
 * @param named whether a row that is shown names it, where that is asked; else true
 * @param hidden references in the body to what may not be named now
 */
record Row(
        boolean matched,
        ResourceKey key,
        long version,
        OffsetDateTime time,
        Release release,
        Instant now,
        boolean named,
        List<String> hidden,
        Body body) {

    static Row of(ResultSet row) throws SQLException {
        return new Row(
                row.getBoolean("matched"),
                new ResourceKey(row.getString("type"), row.getString("id")),
                row.getLong("version"),
                row.getObject("clinical_from", OffsetDateTime.class),
                Release.of(row),
                instant(row, "now"),
                row.getBoolean("named"),
                hidden(row),
                Body.of(row.getBytes("body")));
    }

    /** Null for the most usual: none. */
    private static List<String> hidden(ResultSet row) throws SQLException {
        Array hidden = row.getArray("hidden");
        return hidden == null ? List.of() : List.of((String[]) hidden.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The same without what its body may not name. */
    Row cutBy(ReferenceCutter cutter) {
        return hidden.isEmpty()
                ? this
                : withBody(cutter.cut(body.text(), reference -> ResourceKey.ofReference(reference)
                        .map(ResourceKey::toString)
                        .filter(hidden::contains)
                        .isPresent()));
    }

    private Row withBody(String other) {
        return new Row(matched, key, version, time, release, now, named, hidden, Body.of(other));
    }
}

package nl.inzage.fhir.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Moments on their way to and from PostgreSQL. */
final class Moments {

    private Moments() {}

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> in(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The end of a window, which may be one of the infinities. */
    static Instant bound(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        if (moment.equals(ClinicalTime.INFINITY)) {
            return Instant.MAX;
        }
        return moment.equals(ClinicalTime.MINUS_INFINITY) ? Instant.MIN : moment.toInstant();
    }

    /** As an element of an array of texts that is cast. */
    static String text(Instant moment) {
        if (moment.equals(Instant.MAX)) {
            return "infinity";
        }
        return moment.equals(Instant.MIN) ? "-infinity" : moment.toString();
    }

    static String text(Optional<Instant> moment) {
        return moment.map(Moments::text).orElse(null);
    }
}

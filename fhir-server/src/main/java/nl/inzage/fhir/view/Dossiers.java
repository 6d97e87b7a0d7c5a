package nl.inzage.fhir.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who writes in a dossier, and what time it is for who does. */
final class Dossiers {

    private final JdbcTemplate jdbc;

    Dossiers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else writes in the dossiers of these patients; in one order, always. */
    void lock(Collection<String> patients) {
        jdbc.query(
                """
                select pg_advisory_xact_lock(hashtextextended('released.resource/' || patient, 0))
                from (select patient from unnest(?::text[]) patient order by patient collate "C") p
                """,
                row -> {},
                (Object) patients.stream().sorted().toArray(String[]::new));
    }

    /**
     * The time for what is written.
     *
     * @param clock what the database's clock says: what arrives has its clocks start then
     * @param seen up to when rows may have been seen; never after the clock
     */
    record Now(Instant clock, Instant seen) {}

    /** The time as it is after the lock was had, so that in a dossier it never goes back. */
    Now now() {
        return jdbc.queryForObject(
                """
                select greatest(released.clock_now(), released.moment()) as clock,
                  coalesce(released.moment(), '-infinity') as seen
                """,
                (row, number) -> new Now(
                        row.getObject("clock", OffsetDateTime.class).toInstant(),
                        row.getObject("seen", OffsetDateTime.class).toInstant()));
    }
}

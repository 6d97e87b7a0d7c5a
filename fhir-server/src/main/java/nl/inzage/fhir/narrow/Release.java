package nl.inzage.fhir.narrow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.inzage.fhir.access.AccessPlan;
import nl.inzage.policy.release.ReleaseTrack;

/**
 * When a row may be seen, as it says itself; nothing for what is nobody's own.
 *
 * @param chosen whether the statement found that the patient chose to see results of this hospital right away
 * @param early never, unless chosen
 */
record Release(Optional<String> hospital, boolean chosen, Window ordinary, Window early) {

    /** From a moment, when there is one, until another. */
    record Window(Optional<Instant> from, Instant until) {

        boolean isOpen(Instant now) {
            return from.filter(first -> !first.isAfter(now)).isPresent() && now.isBefore(until);
        }
    }

    /** Of what nobody chose to see early it is not read: it cannot count. */
    private static final Window NEVER = new Window(Optional.empty(), Instant.MIN);

    static Release of(ResultSet row) throws SQLException {
        boolean chosen = row.getBoolean("chosen");
        return new Release(
                Optional.ofNullable(row.getString("hospital")),
                chosen,
                window(row, "ordinary"),
                chosen ? window(row, "early") : NEVER);
    }

    private static Window window(ResultSet row, String track) throws SQLException {
        return new Window(
                Optional.ofNullable(row.getObject(track + "_from", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject(track + "_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(Instant.MIN));
    }

    /** Whether it may be seen under a plan. */
    boolean permits(AccessPlan plan, Instant now) {
        Window window = plan.track(hospital, chosen) == ReleaseTrack.EARLY ? early : ordinary;
        return window.isOpen(now);
    }
}

package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.fhir.view.RowWriter.Arrival;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * When versions arrived, and when what they correct became known. Of a correction whose past is lost, receipt counts:
 * a system may send the old moment of issue along.
 */
final class Past {

    private final Stamps stamps;
    private final Undecided undecided;

    Past(JdbcTemplate jdbc) {
        this.stamps = new Stamps(jdbc);
        this.undecided = new Undecided(jdbc);
    }

    /** Where a version comes from. */
    enum Origin {
        /** A hospital sends it now. */
        HOSPITAL,
        /** The store has had it for some time, and the view does not know it. */
        STORE
    }

    /**
     * A version that came before.
     *
     * @param known when it became known; of what is withheld, the version before it
     */
    record Before(long version, Optional<Instant> known) {}

    /**
     * These as they arrive.
     *
     * @param rows the newest that there are, of some of them
     */
    List<Arrival> arrivals(
            List<ViewEntry.Own> entries, Map<ResourceKey, VersionRow> rows, Dossiers.Now now, Origin origin) {
        Map<ResourceKey, Before> kept = stamps.newestBefore(entries.stream()
                .filter(entry -> entry.version() > 1 && !rows.containsKey(entry.key()))
                .toList());
        return entries.stream()
                .map(entry -> {
                    VersionRow row = rows.get(entry.key());
                    if (row != null && row.version() == entry.version()) {
                        // Once more under the same version, as a change of tags is: it arrived when it first did.
                        return new Arrival(entry, row.received(), row.knownBefore());
                    }
                    Optional<Before> before = row == null
                            ? Optional.ofNullable(kept.get(entry.key()))
                            : Optional.of(new Before(row.version(), row.known()));
                    Instant arrived = origin == Origin.STORE && entry.updated().isBefore(now.clock())
                            ? entry.updated()
                            : now.clock();
                    return new Arrival(entry, arrived, knownBefore(entry, before, arrived, origin));
                })
                .toList();
    }

    private Optional<Instant> knownBefore(
            ViewEntry.Own entry, Optional<Before> before, Instant arrived, Origin origin) {
        boolean follows = before.map(Before::version).orElse(0L) == entry.version() - 1;
        // Otherwise a hospital brings back what was deleted.
        boolean isLost = !follows && (origin == Origin.STORE || undecided.isWaiting());
        return isLost ? Optional.of(arrived) : before.flatMap(Before::known);
    }
}

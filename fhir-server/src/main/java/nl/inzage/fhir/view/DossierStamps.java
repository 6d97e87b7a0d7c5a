package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decides in dossiers that are locked, and stamps the groups that were touched. */
final class DossierStamps {

    private final ViewTables tables;
    private final OwnDecisions decisions;
    private final Stamping stamping;
    private final Undecided undecided;

    DossierStamps(JdbcTemplate jdbc, OwnDecisions decisions, Stamping stamping) {
        this.tables = new ViewTables(jdbc);
        this.decisions = decisions;
        this.stamping = stamping;
        this.undecided = new Undecided(jdbc);
    }

    /**
     * What there is to stamp.
     *
     * @param members whole groups, as they were before the write and as they are
     * @param changed those whose facts may have changed, besides what arrived
     */
    record Touched(Set<Member> members, Collection<RowWriter.Arrival> arrived, Set<ResourceKey> changed) {

        private Set<ResourceKey> arrivedKeys() {
            Set<ResourceKey> keys = new TreeSet<>();
            arrived.forEach(arrival -> keys.add(arrival.entry().key()));
            return keys;
        }
    }

    /** Stamps what was touched, or has it wait while rows are missing. */
    void stamp(Touched touched, boolean byReport, Instant seen) {
        if (undecided.isWaiting()) {
            undecided.add(touched.members(), touched.arrivedKeys());
        } else {
            stampNow(touched, byReport, seen);
        }
    }

    /** Stamps what was touched; a change of a report counts for the results that it names. */
    void stampNow(Touched touched, boolean byReport, Instant seen) {
        if (!touched.arrived().isEmpty()) {
            decisions.decide(
                    touched.arrived().stream().map(DossierStamps::undecided).toList());
        }
        decideAgain(touched, byReport || hasReport(touched.changed()) || hasReport(touched.arrivedKeys()));
        stamping.stamp(touched.members(), seen);
    }

    /** What a report says counts for the results that it names, or named until now. */
    private static boolean hasReport(Set<ResourceKey> keys) {
        return keys.stream().anyMatch(key -> key.type().equals("DiagnosticReport"));
    }

    /** Decides on members whose facts may have changed, or whose policy did. */
    private void decideAgain(Touched touched, boolean byReport) {
        Set<ResourceKey> arrived = touched.arrivedKeys();
        List<ResourceKey> others = touched.members().stream()
                .map(Member::key)
                .filter(key -> !arrived.contains(key))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        decisions.again(tables.newest(others).values().stream()
                .filter(row -> touched.changed().contains(row.key())
                        || (byReport && row.key().type().equals("Observation"))
                        || stamping.isStale(row))
                .toList());
    }

    private static OwnDecisions.Undecided undecided(RowWriter.Arrival arrival) {
        ViewEntry.Own entry = arrival.entry();
        return new OwnDecisions.Undecided(
                entry.key(),
                entry.version(),
                entry.patient(),
                entry.hospital(),
                arrival.received(),
                arrival.knownBefore(),
                entry.resource());
    }
}

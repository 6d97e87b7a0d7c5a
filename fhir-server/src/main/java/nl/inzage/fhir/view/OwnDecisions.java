package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.facts.Facts;
import nl.inzage.fhir.facts.FactsReader;
import nl.inzage.fhir.facts.Neighbours;
import nl.inzage.fhir.release.OwnDecision;
import nl.inzage.fhir.release.Reasons;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ClinicianAct;
import nl.inzage.policy.release.ReleaseCause;
import nl.inzage.policy.release.ReleaseDecision;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decides on versions by themselves and writes what was decided, and what else had a say in it. */
final class OwnDecisions {

    /** A fact may be two steps away: the location of the encounter of a result. */
    private static final int STEPS = 4;

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final ViewTables tables;
    private final ClinicianActs acts;
    private final BodyEncoder bodies;
    private final FactsReader facts;
    private final OwnDecision rules;

    OwnDecisions(JdbcTemplate jdbc, BodyEncoder bodies, FactsReader facts, OwnDecision rules) {
        this.jdbc = jdbc;
        this.tables = new ViewTables(jdbc);
        this.acts = new ClinicianActs(jdbc);
        this.bodies = bodies;
        this.facts = facts;
        this.rules = rules;
    }

    /** A version whose row is there, to be decided on. */
    record Undecided(
            ResourceKey key,
            long version,
            boolean hasPatient,
            Optional<HospitalId> hospital,
            Instant received,
            Optional<Instant> knownBefore,
            Resource resource) {}

    /** Decides anew on rows that are there. */
    void again(Collection<VersionRow> rows) {
        Map<ResourceKey, String> kept =
                tables.bodies(rows.stream().map(VersionRow::key).toList());
        decide(rows.stream()
                .map(row -> new Undecided(
                        row.key(),
                        row.version(),
                        row.patient().isPresent(),
                        row.hospital(),
                        row.received(),
                        row.knownBefore(),
                        bodies.decode(kept.get(row.key()))))
                .toList());
    }

    void decide(List<Undecided> versions) {
        if (versions.isEmpty()) {
            return;
        }
        Map<String, Optional<Resource>> around = neighboursOf(versions);
        Neighbours neighbours = name -> around.getOrDefault(name, Optional.empty());
        Map<ResourceKey, List<ClinicianActs.Placed>> placed =
                acts.on(versions.stream().map(Undecided::key).toList());
        List<Decided> decided = versions.stream()
                .map(version -> decide(version, neighbours, placed.getOrDefault(version.key(), List.of())))
                .toList();
        write(decided);
    }

    private Decided decide(Undecided version, Neighbours neighbours, List<ClinicianActs.Placed> placed) {
        Facts known = facts.read(version.resource(), version.received(), version.hospital(), neighbours);
        List<ClinicianAct> heard = placed.stream()
                .filter(act -> act.concerns(version.version()))
                .map(ClinicianActs.Placed::act)
                .toList();
        ReleaseDecision own = version.hasPatient()
                ? rules.of(version.hospital(), known, version.knownBefore(), heard)
                : ReleaseDecision.withheld(ReleaseCause.NO_PATIENT, "");
        return new Decided(version, known, own, facts.dependsOn(version.resource(), neighbours));
    }

    private record Decided(Undecided version, Facts facts, ReleaseDecision own, Set<String> dependsOn) {

        Optional<Timed> timed() {
            return own.fold(Optional::of, withheld -> Optional.empty());
        }
    }

    /** Everything that the facts are read from, one query for each step away. */
    private Map<String, Optional<Resource>> neighboursOf(List<Undecided> versions) {
        Map<String, Optional<Resource>> found = new HashMap<>();
        Neighbours neighbours = name -> found.getOrDefault(name, Optional.empty());
        for (int step = 0; step < STEPS; step++) {
            Set<String> wanted = new HashSet<>();
            versions.forEach(version -> wanted.addAll(facts.dependsOn(version.resource(), neighbours)));
            wanted.removeAll(found.keySet());
            if (wanted.isEmpty()) {
                return found;
            }
            wanted.forEach(name -> found.put(name, Optional.empty()));
            tables.bodiesOfNeighbours(wanted.stream()
                            .flatMap(name -> ResourceKey.ofReference(name).stream())
                            .toList())
                    .forEach((name, body) -> found.put(name, Optional.of(bodies.decode(body))));
        }
        return found;
    }

    private void write(List<Decided> decided) {
        jdbc.batchUpdate(
                """
                update released.resource set role = ?, known = ?, own_ordinary = ?, own_early = ?,
                  own_reasons = string_to_array(?, ',') where type = ? and id = ? and version = ?
                """,
                decided,
                BATCH,
                (statement, each) -> {
                    Optional<Timed> timed = each.timed();
                    Optional<Instant> known = timed.map(Timed::known).or(each.version()::knownBefore);
                    statement.setString(1, OwnDecision.roleOf(each.facts()).name());
                    statement.setObject(2, known.map(Moments::utc).orElse(null));
                    statement.setObject(
                            3, timed.map(Timed::ordinary).map(Moments::utc).orElse(null));
                    statement.setObject(
                            4, timed.map(Timed::early).map(Moments::utc).orElse(null));
                    statement.setString(5, Reasons.text(each.own().reasons()));
                    statement.setString(6, each.version().key().type());
                    statement.setString(7, each.version().key().id());
                    statement.setLong(8, each.version().version());
                });
        List<ResourceKey> keys =
                decided.stream().map(each -> each.version().key()).toList();
        jdbc.update(
                "delete from released.dependence where (type, id) in (select * from unnest(?::text[], ?::text[]))",
                Keys.types(keys),
                Keys.ids(keys));
        List<Object[]> dependences = decided.stream()
                .flatMap(each -> each.dependsOn().stream().map(target -> new Object[] {
                    target, each.version().key().type(), each.version().key().id()
                }))
                .toList();
        jdbc.batchUpdate("insert into released.dependence (target, type, id) values (?, ?, ?)", dependences);
    }
}

package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.ArrayList;
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
import nl.inzage.fhir.facts.ReportedResults;
import nl.inzage.fhir.release.OwnDecision;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ClinicianAct;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.ReleaseCause;
import nl.inzage.policy.release.ReleaseDecision;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decides on versions by themselves, by what they say and what is around them. */
final class OwnDecisions {

    /** A fact may be two steps away: the location of the encounter of a result. */
    private static final int STEPS = 4;

    private final ViewTables tables;
    private final ClinicianActs acts;
    private final BodyEncoder bodies;
    private final FactsReader facts;
    private final OwnDecision rules;
    private final DecisionWriter written;

    OwnDecisions(JdbcTemplate jdbc, BodyEncoder bodies, FactsReader facts, OwnDecision rules) {
        this.tables = new ViewTables(jdbc);
        this.acts = new ClinicianActs(jdbc);
        this.bodies = bodies;
        this.facts = facts;
        this.rules = rules;
        this.written = new DecisionWriter(jdbc);
    }

    /** A version whose row is there, to be decided on. */
    record Undecided(
            ResourceKey key,
            long version,
            Optional<String> patient,
            Optional<HospitalId> hospital,
            Instant received,
            Optional<Instant> knownBefore,
            Resource resource) {}

    /** Decides anew on rows that are there. */
    void again(Collection<VersionRow> rows) {
        Map<ResourceKey, String> kept =
                tables.bodies(rows.stream().map(VersionRow::key).toList());
        decide(rows.stream().map(row -> undecided(row, kept.get(row.key()))).toList());
    }

    void decide(List<Undecided> versions) {
        if (versions.isEmpty()) {
            return;
        }
        Map<ResourceKey, List<Undecided>> reports = reportsOf(versions);
        List<Resource> read = new ArrayList<>();
        versions.forEach(version -> read.add(version.resource()));
        reports.values().forEach(some -> some.forEach(report -> read.add(report.resource())));
        Map<String, Optional<Resource>> around = neighboursOf(read);
        Neighbours neighbours = name -> around.getOrDefault(name, Optional.empty());
        Map<ResourceKey, List<ClinicianActs.Placed>> placed =
                acts.on(versions.stream().map(Undecided::key).toList());
        List<DecisionWriter.Decided> decided = versions.stream()
                .map(version -> decide(
                        version,
                        factsOf(version, reports.getOrDefault(version.key(), List.of()), neighbours),
                        facts.dependsOn(version.resource(), neighbours),
                        placed.getOrDefault(version.key(), List.of())))
                .toList();
        written.write(decided);
    }

    /** A result also has from its reports what it does not tell itself. */
    private Facts factsOf(Undecided version, List<Undecided> reports, Neighbours neighbours) {
        Facts own = factsOf(version, neighbours);
        if (!(own instanceof Facts.Result part) || part.role() != GroupRole.PART) {
            return own;
        }
        return ReportedResults.complete(
                part,
                reports.stream()
                        .map(report -> factsOf(report, neighbours))
                        .filter(Facts.Result.class::isInstance)
                        .map(Facts.Result.class::cast)
                        .toList());
    }

    private Facts factsOf(Undecided version, Neighbours neighbours) {
        return facts.read(version.resource(), version.received(), version.hospital(), neighbours);
    }

    /** The reports in the same dossier that name these results, by result. */
    private Map<ResourceKey, List<Undecided>> reportsOf(List<Undecided> versions) {
        List<ResourceKey> results = versions.stream()
                .map(Undecided::key)
                .filter(key -> key.type().equals("Observation"))
                .toList();
        Map<ResourceKey, List<Undecided>> reports = new HashMap<>();
        if (results.isEmpty()) {
            return reports;
        }
        Map<ResourceKey, Undecided> parsed = new HashMap<>();
        versions.forEach(version -> parsed.put(version.key(), version));
        tables.naming(results).forEach(naming -> {
            VersionRow row = naming.report();
            Undecided report = parsed.computeIfAbsent(row.key(), key -> undecided(row, naming.body()));
            reports.computeIfAbsent(naming.result(), key -> new ArrayList<>()).add(report);
        });
        return reports;
    }

    private Undecided undecided(VersionRow row, String body) {
        return new Undecided(
                row.key(),
                row.version(),
                row.patient(),
                row.hospital(),
                row.received(),
                row.knownBefore(),
                bodies.decode(body));
    }

    private DecisionWriter.Decided decide(
            Undecided version, Facts known, Set<String> dependsOn, List<ClinicianActs.Placed> placed) {
        List<ClinicianAct> heard = placed.stream()
                .filter(act -> act.concerns(version.version()))
                .map(ClinicianActs.Placed::act)
                .toList();
        ReleaseDecision own = version.patient().isPresent()
                ? rules.of(version.hospital(), known, version.knownBefore(), heard)
                : ReleaseDecision.withheld(ReleaseCause.NO_PATIENT, "");
        return new DecisionWriter.Decided(
                version.key(), version.version(), version.knownBefore(), OwnDecision.roleOf(known), own, dependsOn);
    }

    /** Everything that the facts are read from, one query for each step away. */
    private Map<String, Optional<Resource>> neighboursOf(List<Resource> resources) {
        Map<String, Optional<Resource>> found = new HashMap<>();
        Neighbours neighbours = name -> found.getOrDefault(name, Optional.empty());
        for (int step = 0; step < STEPS; step++) {
            Set<String> wanted = new HashSet<>();
            resources.forEach(resource -> wanted.addAll(facts.dependsOn(resource, neighbours)));
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
}

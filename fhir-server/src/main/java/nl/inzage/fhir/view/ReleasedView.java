package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.facts.FactTables;
import nl.inzage.fhir.facts.FactsReader;
import nl.inzage.fhir.release.OwnDecision;
import nl.inzage.fhir.release.PolicyFingerprints;
import nl.inzage.fhir.view.DossierStamps.Touched;
import nl.inzage.fhir.view.RowWriter.Arrival;
import nl.inzage.policy.book.PolicyBook;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes stored resources to the released view, in the transaction that is running. Dossiers are locked in one order
 * before anything is looked at, so that parts of a group that arrive at the same time see each other.
 */
final class ReleasedView {

    private final EntryMaker entries;
    private final ViewTables tables;
    private final SideTables sides;
    private final RowWriter rows;
    private final Removal removal;
    private final GroupKeeper groups;
    private final Dossiers dossiers;
    private final DossierStamps stamps;
    private final StaleRows stale;
    private final Past past;

    ReleasedView(JdbcTemplate jdbc, FhirContext fhir, Catalogue catalogue, PolicyBook book) {
        this.entries = new EntryMaker(fhir, catalogue);
        this.tables = new ViewTables(jdbc);
        this.sides = new SideTables(jdbc);
        this.rows = new RowWriter(jdbc);
        this.removal = new Removal(jdbc);
        this.groups = new GroupKeeper(jdbc);
        this.dossiers = new Dossiers(jdbc);
        this.stamps = new DossierStamps(
                jdbc,
                new OwnDecisions(
                        jdbc,
                        new BodyEncoder(fhir),
                        new FactsReader(FactTables.ofThisRelease()),
                        new OwnDecision(book)),
                new Stamping(jdbc, new PolicyFingerprints(book)));
        this.stale = new StaleRows(jdbc);
        this.past = new Past(jdbc);
    }

    boolean holds(String type) {
        return entries.keeps(type);
    }

    /** The types of which anything is held. */
    String[] types() {
        return entries.types();
    }

    /** Those of them that are somebody's own. */
    String[] ownTypes() {
        return entries.ownTypes();
    }

    Optional<ViewEntry> entryOf(IBaseResource stored) {
        return entries.entryOf(stored);
    }

    /** Writes entries that a hospital sent, sorted by key. */
    void write(Collection<ViewEntry> sorted) {
        write(sorted, Past.Origin.HOSPITAL);
    }

    /** Writes entries, sorted by key. */
    void write(Collection<ViewEntry> sorted, Past.Origin origin) {
        sides.write(sorted);
        List<ViewEntry.Own> own = sorted.stream()
                .filter(ViewEntry.Own.class::isInstance)
                .map(ViewEntry.Own.class::cast)
                .toList();
        List<Member> dependents = stale.orSoon(
                tables.dependents(sorted.stream().map(ViewEntry::key).toList()));
        if (!own.isEmpty() || !dependents.isEmpty()) {
            change(own, dependents, origin);
        }
    }

    private void change(List<ViewEntry.Own> own, List<Member> dependents, Past.Origin origin) {
        List<ResourceKey> keys = own.stream().map(ViewEntry.Own::key).toList();
        Set<Member> touched = new TreeSet<>(dependents);
        own.forEach(entry -> touched.add(new Member(entry.patient().orElse(""), entry.key())));
        tables.newest(keys).values().forEach(row -> touched.add(memberOf(row)));
        dossiers.lock(patientsOf(touched));
        Map<ResourceKey, VersionRow> known = tables.newest(keys);
        Map<ResourceKey, Long> gone = tables.gone(keys);
        Dossiers.Now now = dossiers.now();
        // A part that leaves its group is no longer tied to it after the write.
        Set<Member> members = groups.membersOfGroupsWith(touched);
        List<Arrival> arriving = past.arrivals(
                own.stream().filter(entry -> isNew(entry, known, gone)).toList(), known, now, origin);
        if (!arriving.isEmpty()) {
            rows.write(arriving, now.seen());
        }
        members.addAll(groups.membersOfGroupsWith(touched));
        stamps.stamp(new Touched(members, arriving, keysOf(dependents)), false, now.seen());
    }

    private static Set<ResourceKey> keysOf(Collection<Member> members) {
        Set<ResourceKey> keys = new TreeSet<>();
        members.forEach(member -> keys.add(member.key()));
        return keys;
    }

    private static boolean isNew(ViewEntry.Own entry, Map<ResourceKey, VersionRow> known, Map<ResourceKey, Long> gone) {
        VersionRow row = known.get(entry.key());
        return (row == null || row.version() <= entry.version())
                && gone.getOrDefault(entry.key(), -1L) < entry.version();
    }

    /** Takes a resource away, at once. */
    void delete(ResourceKey key, long version) {
        // First, so that a rebuild either sees it or is over.
        sides.delete(key, version);
        List<Member> dependents = stale.orSoon(tables.dependents(List.of(key)));
        Set<Member> touched = new TreeSet<>(dependents);
        tables.newest(List.of(key)).values().forEach(row -> touched.add(memberOf(row)));
        dossiers.lock(patientsOf(touched));
        Set<Member> members = groups.membersOfGroupsWith(touched);
        removal.ofAll(List.of(key));
        if (!members.isEmpty()) {
            stamps.stamp(
                    new Touched(members, List.of(), keysOf(dependents)),
                    key.type().equals("DiagnosticReport"),
                    dossiers.now().seen());
        }
    }

    /** Decides anew on resources of one dossier and stamps their groups. */
    void decideAnew(String patient, Collection<ResourceKey> keys) {
        dossiers.lock(List.of(patient));
        stamps.stamp(
                groupsOf(keys.stream().map(key -> new Member(patient, key)).toList()),
                false,
                dossiers.now().seen());
    }

    /** The same for what waited until now in these dossiers. */
    void decideWaiting(Collection<String> patients, Undecided undecided) {
        // The lock comes first: what is written in a dossier meanwhile waits too, or is in the queue.
        dossiers.lock(patients);
        stamps.stampNow(
                groupsOf(undecided.take(patients)), false, dossiers.now().seen());
    }

    private Touched groupsOf(Collection<Member> members) {
        return new Touched(groups.membersOfGroupsWith(members), List.of(), keysOf(members));
    }

    private static Member memberOf(VersionRow row) {
        return new Member(row.patient().orElse(""), row.key());
    }

    private static Set<String> patientsOf(Set<Member> members) {
        Set<String> patients = new TreeSet<>();
        members.forEach(member -> patients.add(member.patient()));
        patients.remove("");
        return patients;
    }
}

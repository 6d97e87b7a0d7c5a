package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.inzage.fhir.release.OwnRelease;
import nl.inzage.policy.book.PolicyBook;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes stored resources to the released view, in the transaction that is running. Dossiers are locked in one order
 * before anything is looked at, so that parts of a group that arrive at the same time see each other.
 */
final class ReleasedView {

    private final Catalogue catalogue;
    private final EntryMaker entries;
    private final ViewTables tables;
    private final SharedLinks sharedLinks;
    private final GroupKeeper groups;
    private final OwnRelease releases;

    ReleasedView(JdbcTemplate jdbc, FhirContext fhir, Catalogue catalogue, PolicyBook book) {
        this.catalogue = catalogue;
        this.entries = new EntryMaker(fhir, catalogue);
        this.tables = new ViewTables(jdbc);
        this.sharedLinks = new SharedLinks(jdbc);
        this.groups = new GroupKeeper(jdbc);
        this.releases = new OwnRelease(book);
    }

    boolean holds(String type) {
        return catalogue.type(type).isPresent();
    }

    Optional<ViewEntry> entryOf(IBaseResource stored) {
        return entries.entryOf(stored);
    }

    /** Writes entries, sorted by key. */
    void write(Collection<ViewEntry> sorted) {
        List<ViewEntry.Own> own = sorted.stream()
                .filter(ViewEntry.Own.class::isInstance)
                .map(ViewEntry.Own.class::cast)
                .toList();
        for (ViewEntry entry : sorted) {
            if (entry instanceof ViewEntry.Shared shared) {
                tables.write(shared);
                sharedLinks.write(shared);
            } else if (entry instanceof ViewEntry.Content content) {
                tables.write(content);
            }
        }
        if (!own.isEmpty()) {
            writeOwn(own);
        }
    }

    private void writeOwn(List<ViewEntry.Own> entries) {
        Map<String, Set<ResourceKey>> touched = new TreeMap<>();
        for (ViewEntry.Own entry : entries) {
            Stream.concat(
                            entry.patient().stream(),
                            tables.find(entry.key()).flatMap(ViewTables.Known::patient).stream())
                    .forEach(patient -> touched.computeIfAbsent(patient, name -> new TreeSet<>())
                            .add(entry.key()));
        }
        tables.lockDossiers(List.copyOf(touched.keySet()));
        // A part that leaves its group is no longer tied to it after the write.
        touched.replaceAll(groups::membersOfGroupsWith);
        Instant now = tables.now();
        for (ViewEntry.Own entry : entries) {
            Instant received = tables.find(entry.key())
                    .filter(known -> known.version() == entry.version())
                    .map(ViewTables.Known::received)
                    .orElse(now);
            tables.write(entry, received, releases.of(entry.facts(), received));
        }
        touched.forEach(groups::update);
    }

    /** Takes a resource away, at once. */
    void delete(ResourceKey key, long version) {
        Optional<String> patient = tables.find(key).flatMap(ViewTables.Known::patient);
        patient.ifPresent(owner -> tables.lockDossiers(List.of(owner)));
        Set<ResourceKey> group = new TreeSet<>();
        patient.ifPresent(owner -> group.addAll(groups.membersOfGroupsWith(owner, Set.of(key))));
        tables.delete(key, version);
        sharedLinks.delete(key);
        patient.ifPresent(owner -> groups.update(owner, group));
    }
}

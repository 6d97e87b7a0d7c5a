package nl.inzage.fhir.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.inzage.fhir.view.Removal.Version;
import nl.inzage.fhir.view.Restoration.Outcome;
import nl.inzage.fhir.view.RowWriter.Arrival;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Restores the rows of dossiers that are locked. What has its stamp kept gets that stamp again; what has none arrives
 * as it would from a hospital, when the store wrote it.
 */
final class RowRestoration {

    private final ReleasedView view;
    private final ViewTables tables;
    private final RowWriter rows;
    private final LinkWriter links;
    private final Removal removal;
    private final Stamps stamps;

    RowRestoration(JdbcTemplate jdbc, ReleasedView view) {
        this.view = view;
        this.tables = new ViewTables(jdbc);
        this.rows = new RowWriter(jdbc);
        this.links = new LinkWriter(jdbc);
        this.removal = new Removal(jdbc);
        this.stamps = new Stamps(jdbc);
    }

    /** Writes all versions of these. */
    Outcome write(Collection<ResourceKey> keys, StoredPortion portion) {
        if (keys.isEmpty()) {
            return Outcome.NOTHING;
        }
        Map<ResourceKey, List<Stamps.Kept>> kept = stamps.of(keys);
        Map<Version, ViewEntry.Own> stamped = stamped(keys, portion, kept);
        long exposing = removeWrong(keys, portion, kept, stamped.keySet());
        List<Arrival> known = new ArrayList<>();
        List<ViewEntry> unknown = new ArrayList<>();
        for (ResourceKey key : keys) {
            ViewEntry.Own newest = portion.newestOwn(key);
            if (stamped.containsKey(new Version(key, newest.version()))) {
                portion.entries().get(key).stream()
                        .flatMap(entry -> Optional.ofNullable(stamped.get(new Version(key, entry.version()))).stream())
                        .forEach(own -> known.add(new Arrival(own, own.updated(), Optional.empty())));
            } else {
                unknown.add(newest);
            }
        }
        long moved = stamps.restore(
                known.stream().map(arrival -> arrival.entry().key()).distinct().toList());
        long changed = rows.put(known);
        links.dropLeftOver(List.copyOf(keys));
        changed += links.followSources(List.copyOf(keys));
        if (!unknown.isEmpty()) {
            view.write(unknown, Past.Origin.STORE);
        }
        return new Outcome(0, exposing, moved + changed + unknown.size());
    }

    /** The versions whose stamp is of this very version, of the newest one's patient. */
    private static Map<Version, ViewEntry.Own> stamped(
            Collection<ResourceKey> keys, StoredPortion portion, Map<ResourceKey, List<Stamps.Kept>> kept) {
        Map<Version, ViewEntry.Own> stamped = new HashMap<>();
        for (ResourceKey key : keys) {
            ViewEntry.Own newest = portion.newestOwn(key);
            for (ViewEntry entry : portion.entries().get(key)) {
                ViewEntry.Own own = (ViewEntry.Own) entry;
                boolean isOlder = own.version() < newest.version();
                if (own.patient().equals(newest.patient())
                        && kept.getOrDefault(key, List.of())
                                .contains(new Stamps.Kept(own.version(), own.updated(), isOlder))) {
                    stamped.put(new Version(key, own.version()), own);
                }
            }
        }
        return stamped;
    }

    /** Rows and stamps of versions that the store does not have, or has in another life, or of another patient. */
    private long removeWrong(
            Collection<ResourceKey> keys,
            StoredPortion portion,
            Map<ResourceKey, List<Stamps.Kept>> kept,
            Set<Version> stamped) {
        Set<Version> wrong = new HashSet<>();
        kept.forEach((key, all) -> all.forEach(each -> wrong.add(new Version(key, each.version()))));
        wrong.removeAll(stamped);
        long exposing = 0;
        for (ViewTables.VersionOf row : tables.versions(keys)) {
            Version version = new Version(row.key(), row.version());
            ViewEntry.Own newest = portion.newestOwn(row.key());
            boolean surplus = !stamped.contains(version) && row.version() != newest.version();
            if (surplus) {
                wrong.add(version);
            }
            if (surplus || !row.patient().equals(newest.patient())) {
                exposing++;
            }
        }
        removal.of(wrong);
        return exposing;
    }
}

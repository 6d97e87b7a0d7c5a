package nl.inzage.fhir.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.inzage.fhir.view.StoredVersions.Current;

/**
 * What the store has of some resources: the newest versions, and the older ones whose stamp is kept.
 *
 * @param current what was the newest when it was read
 * @param entries by resource its versions, the oldest first; not of what could not be read
 */
record StoredPortion(Map<ResourceKey, Current> current, Map<ResourceKey, List<ViewEntry>> entries) {

    static StoredPortion read(List<Current> portion, StoredVersions store, Stamps stamps, ReleasedView view) {
        Map<ResourceKey, Current> current = new HashMap<>();
        portion.forEach(each -> current.put(each.key(), each));
        List<Current> wanted = new ArrayList<>(portion);
        stamps.of(current.keySet()).forEach((key, kept) -> kept.stream()
                .filter(each -> each.version() < current.get(key).version())
                .forEach(each -> wanted.add(new Current(key, current.get(key).number(), each.version()))));
        Map<ResourceKey, TreeMap<Long, ViewEntry>> sorted = new TreeMap<>();
        store.contents(wanted).forEach(resource -> view.entryOf(resource)
                .ifPresent(entry -> sorted.computeIfAbsent(entry.key(), key -> new TreeMap<>())
                        .put(entry.version(), entry)));
        Map<ResourceKey, List<ViewEntry>> entries = new TreeMap<>();
        sorted.forEach((key, versions) -> {
            if (versions.containsKey(current.get(key).version())) {
                entries.put(key, List.copyOf(versions.values()));
            }
        });
        return new StoredPortion(current, entries);
    }

    Collection<ResourceKey> keys() {
        return entries.keySet();
    }

    ViewEntry newest(ResourceKey key) {
        List<ViewEntry> all = entries.get(key);
        return all.get(all.size() - 1);
    }

    ViewEntry.Own newestOwn(ResourceKey key) {
        return (ViewEntry.Own) newest(key);
    }

    /** All versions that are somebody's own. */
    List<ViewEntry.Own> own() {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(ViewEntry.Own.class::isInstance)
                .map(ViewEntry.Own.class::cast)
                .toList();
    }
}

package nl.inzage.fhir.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.view.StoredVersions.Current;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the view agree with the store, a portion at a time, in the transaction that is running. */
final class Restoration {

    private final JdbcTemplate jdbc;
    private final StoredVersions store;
    private final ReleasedView view;
    private final ViewTables tables;
    private final SideTables sides;
    private final Stamps stamps;
    private final Dossiers dossiers;
    private final RowRestoration rows;

    Restoration(JdbcTemplate jdbc, StoredVersions store, ReleasedView view) {
        this.jdbc = jdbc;
        this.store = store;
        this.view = view;
        this.tables = new ViewTables(jdbc);
        this.sides = new SideTables(jdbc);
        this.stamps = new Stamps(jdbc);
        this.dossiers = new Dossiers(jdbc);
        this.rows = new RowRestoration(jdbc, view);
    }

    /**
     * What was done.
     *
     * @param exposing rows that showed what they may not: of nothing in the store, of another version or patient
     * @param changed rows that were missing or said something else
     */
    record Outcome(long resources, long exposing, long changed) {

        static final Outcome NOTHING = new Outcome(0, 0, 0);

        Outcome and(Outcome other) {
            return new Outcome(resources + other.resources, exposing + other.exposing, changed + other.changed);
        }
    }

    /** Writes what the store has of these; what it does not have is left alone. */
    Outcome write(List<Current> wanted) {
        // Before anybody has to wait.
        StoredPortion portion = StoredPortion.read(wanted, store, stamps, view);
        lock(portion);
        Map<ResourceKey, Current> still = store.of(portion.keys());
        // Whoever changed one since has written its row.
        List<ResourceKey> keys = portion.keys().stream()
                .filter(key -> portion.current().get(key).equals(still.get(key)))
                .toList();
        List<ViewEntry> newest = keys.stream().map(portion::newest).toList();
        long ahead = sides.remove(keys, newest.stream().map(ViewEntry::version).toArray(Long[]::new));
        long changed = sides.write(newest);
        List<ResourceKey> own = keys.stream()
                .filter(key -> portion.newest(key) instanceof ViewEntry.Own)
                .toList();
        return new Outcome(wanted.size(), ahead, changed).and(rows.write(own, portion));
    }

    /** Nobody deletes, and nobody writes in these dossiers, until this transaction is over. */
    private void lock(StoredPortion portion) {
        // What the store has is not gone; under a newer version than was read it may be about to be.
        List<ResourceKey> revived = tables.gone(portion.keys()).entrySet().stream()
                .filter(gone -> gone.getValue() >= portion.newest(gone.getKey()).version())
                .map(Map.Entry::getKey)
                .toList();
        jdbc.execute("lock table released.gone in " + (revived.isEmpty() ? "share" : "share row exclusive") + " mode");
        Set<String> patients = new TreeSet<>();
        portion.own().forEach(entry -> entry.patient().ifPresent(patients::add));
        tables.versions(portion.keys()).forEach(row -> row.patient().ifPresent(patients::add));
        dossiers.lock(patients);
        if (!revived.isEmpty()) {
            Set<ResourceKey> live = store.of(revived).keySet();
            jdbc.update(
                    "delete from released.gone where (type, id) in (select * from unnest(?::text[], ?::text[]))",
                    Keys.types(live),
                    Keys.ids(live));
        }
    }
}

package nl.inzage.fhir.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.view.Restoration.Outcome;
import nl.inzage.fhir.view.StoredVersions.Current;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows of the released view anew from the store, while the store goes on being written. */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int PORTION = 400;
    private static final int DOSSIERS = 50;
    private static final int PORTIONS_OF_DOSSIERS = 10;

    private final JdbcTemplate jdbc;
    private final Patience patience;
    private final StoredVersions store;
    private final ReleasedView view;
    private final Restoration restoration;
    private final Undecided undecided;

    Rebuild(JdbcTemplate jdbc, Patience patience, StoredVersions store, ReleasedView view) {
        this.jdbc = jdbc;
        this.patience = patience;
        this.store = store;
        this.view = view;
        this.restoration = new Restoration(jdbc, store, view);
        this.undecided = new Undecided(jdbc);
    }

    /** How many resources of the store the view is about. */
    long size() {
        return store.count(view.types());
    }

    /** The next portions of the store in the order of HAPI's numbers; none when all were had. */
    List<List<Current>> portionsAfter(long number, int portions) {
        return parts(store.after(number, view.types(), PORTION * portions), PORTION);
    }

    /** Makes the view agree with the store on a portion that is in it; what cannot be written is left out. */
    Outcome portion(List<Current> portion) {
        try {
            return patience.patiently(() -> restoration.write(portion));
        } catch (DataAccessException e) {
            if (portion.size() > 1) {
                return portion.stream().map(each -> portion(List.of(each))).reduce(Outcome.NOTHING, Outcome::and);
            }
            LOG.error(
                    "The store's resource {} cannot be written to the released view",
                    portion.get(0).number(),
                    e);
            return Outcome.NOTHING;
        }
    }

    /** Whether the view lacks anything that is somebody's own. */
    boolean isAnythingMissing() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                """
                select exists (select from fhir.hfj_resource s
                  where s.res_deleted_at is null and s.res_type = any (?::text[])
                  and not exists (select from released.resource r
                    where r.type = s.res_type and r.id = s.fhir_id and r.replaced is null))
                """,
                Boolean.class,
                (Object) view.ownTypes()));
    }

    /** Takes away what shows too much and could not be mended. */
    void conceal(Collection<ResourceKey> keys) {
        keys.forEach(key -> patience.patiently(() -> {
            view.delete(key, 0);
            return Outcome.NOTHING;
        }));
    }

    /** Makes the view agree with the store on these, whether it has them or not. */
    Outcome of(Collection<ResourceKey> keys) {
        Map<ResourceKey, Current> stored = store.of(keys);
        Outcome outcome = Outcome.NOTHING;
        for (ResourceKey key : keys) {
            if (!stored.containsKey(key)) {
                outcome = outcome.and(patience.patiently(() -> remove(key)));
            }
        }
        return parts(new ArrayList<>(stored.values()), PORTION).stream()
                .map(this::portion)
                .reduce(outcome, Outcome::and);
    }

    private Outcome remove(ResourceKey key) {
        if (store.of(List.of(key)).containsKey(key)) {
            return Outcome.NOTHING;
        }
        view.delete(key, 0);
        return new Outcome(0, 1, 0);
    }

    /** Dossiers in which something waits, some of them, in portions; none when nothing does. */
    List<List<String>> waiting() {
        return parts(undecided.patients(DOSSIERS * PORTIONS_OF_DOSSIERS), DOSSIERS);
    }

    /** Decides on what waited in these dossiers until they were whole. */
    Outcome decideWaiting(List<String> patients) {
        return patience.patiently(() -> {
            view.decideWaiting(patients, undecided);
            return Outcome.NOTHING;
        });
    }

    /** Has the planner look at tables that were empty: it would go on reading them whole. */
    void planAnew() {
        jdbc.execute("analyze released.resource, released.link, released.stamp, released.dependence,"
                + " released.shared_link, released.undecided");
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}

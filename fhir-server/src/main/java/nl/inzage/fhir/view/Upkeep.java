package nl.inzage.fhir.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the released view as the store is: does what was asked for, and compares by itself from time to time. */
final class Upkeep {

    private final UpkeepBook book;
    private final RebuildRun rebuild;
    private final ReconcileRun reconcile;
    private final Rebuild waiting;
    private final Duration every;

    /**
     * An upkeep that does nothing by itself.
     *
     * @param every how long it rests between two comparisons
     */
    Upkeep(UpkeepBook book, RebuildRun rebuild, ReconcileRun reconcile, Rebuild waiting, Duration every) {
        this.book = book;
        this.rebuild = rebuild;
        this.reconcile = reconcile;
        this.waiting = waiting;
        this.every = every;
    }

    /** Does what there is to do, unless another node is at it. */
    void look() {
        if (book.take(UpkeepTask.REBUILD, Optional.empty())) {
            rebuild.run();
        }
        if (book.page(UpkeepTask.REBUILD).begun().isPresent()) {
            return;
        }
        // What was written in the last moment of a rebuild.
        for (List<List<String>> some = waiting.waiting(); !some.isEmpty(); some = waiting.waiting()) {
            some.forEach(waiting::decideWaiting);
        }
        if (book.take(UpkeepTask.RECONCILE, Optional.of(every))) {
            reconcile.run();
        }
    }
}

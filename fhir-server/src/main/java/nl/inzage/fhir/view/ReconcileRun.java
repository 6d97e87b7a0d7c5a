package nl.inzage.fhir.view;

import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.view.Reconciler.Range;
import nl.inzage.fhir.view.Restoration.Outcome;
import nl.inzage.fhir.view.StoredVersions.Current;
import nl.inzage.fhir.view.UpkeepBook.Page;
import nl.inzage.fhir.view.UpkeepBook.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round: compares all, mends what differs, compares the bodies of some, and sweeps. By itself it takes a share of
 * one processor only: people who read come first.
 */
final class ReconcileRun {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileRun.class);

    /** Of so many portions the bodies are compared in a round, others in the next one. */
    private static final int PORTIONS_OF_BODIES = 12;

    private final Mending mending;
    private final Rebuild rebuild;
    private final Sweep sweep;
    private final UpkeepBook book;
    private final double share;

    /**
     * A round.
     *
     * @param share of one processor, more than 0 and at most 1
     */
    ReconcileRun(Mending mending, Rebuild rebuild, Sweep sweep, UpkeepBook book, double share) {
        this.mending = mending;
        this.rebuild = rebuild;
        this.sweep = sweep;
        this.book = book;
        this.share = share;
    }

    /** Runs to the end, from where it was. */
    void run() {
        Page page = book.begin(UpkeepTask.RECONCILE, rebuild.size(), false);
        boolean atOnce = page.asked().isPresent();
        Optional<Range> range = mending.next(page.place());
        while (range.isPresent()) {
            long began = System.nanoTime();
            Step step = mending.mend(range.get());
            String place = mending.placeAfter(range.get());
            book.advance(UpkeepTask.RECONCILE, place, step);
            tell(step);
            rest(atOnce, began);
            range = mending.next(place);
        }
        String rewritten = compareBodies(page.bodies(), atOnce);
        long swept = sweep.run();
        Page ended = book.end(UpkeepTask.RECONCILE, rewritten + "swept " + swept);
        LOG.info("Reconcile: {} compared, {} mended, {} swept", ended.done(), ended.mended(), swept);
    }

    private static void tell(Step step) {
        if (step.exposing() + step.remaining() > 0) {
            LOG.error(
                    "ALARM: the released view showed too much in {} places, now mended; {} differences remain",
                    step.exposing(),
                    step.remaining());
        }
    }

    /** Rows whose version is right and whose content is not: written anew, as a rebuild does. */
    private String compareBodies(long after, boolean atOnce) {
        long changed = 0;
        long number = after;
        for (int i = 0; i < PORTIONS_OF_BODIES; i++) {
            long began = System.nanoTime();
            List<List<Current>> portions = rebuild.portionsAfter(number, 1);
            if (portions.isEmpty()) {
                number = 0;
                break;
            }
            List<Current> portion = portions.get(0);
            Outcome outcome = rebuild.portion(portion);
            number = portion.get(portion.size() - 1).number();
            changed += outcome.changed();
            Step step = new Step(0, outcome.exposing(), outcome.changed(), 0);
            book.advance(UpkeepTask.RECONCILE, book.page(UpkeepTask.RECONCILE).place(), step);
            tell(step);
            rest(atOnce, began);
        }
        book.bodies(number);
        if (changed > 0) {
            LOG.warn("{} rows of the released view said something else than the store; written anew", changed);
            return "rewritten " + changed + ", ";
        }
        return "";
    }

    private void rest(boolean atOnce, long began) {
        if (atOnce) {
            return;
        }
        try {
            Thread.sleep(Math.round((System.nanoTime() - began) / 1e6 * (1 / share - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Ended with the server", e);
        }
    }
}

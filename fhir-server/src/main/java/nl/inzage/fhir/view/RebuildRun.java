package nl.inzage.fhir.view;

import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.view.Restoration.Outcome;
import nl.inzage.fhir.view.StoredVersions.Current;
import nl.inzage.fhir.view.UpkeepBook.Page;
import nl.inzage.fhir.view.UpkeepBook.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the whole view anew, on two threads. Portions are in the order of HAPI's numbers; what was begun and not
 * noted as done is done once more. While rows are missing, what is not stamped yet waits.
 */
final class RebuildRun {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);
    private static final int PORTIONS_AT_ONCE = 10;
    private static final int GROWTH = 4;

    private final Rebuild rebuild;
    private final Mending mending;
    private final UpkeepBook book;
    private final TransactionTemplate transactions;

    RebuildRun(Rebuild rebuild, Mending mending, UpkeepBook book, TransactionTemplate transactions) {
        this.rebuild = rebuild;
        this.mending = mending;
        this.book = book;
        this.transactions = transactions;
    }

    /** Runs to the end, from where it was. */
    void run() {
        Page page = book.begin(UpkeepTask.REBUILD, rebuild.size(), rebuild.isAnythingMissing());
        try (TwoThreads threads = new TwoThreads()) {
            writeAll(page, threads);
            removeSurplus(page);
            do {
                decideWaiting(threads);
            } while (isWaiting() && !Boolean.TRUE.equals(transactions.execute(transaction -> book.stopWaiting())));
        }
        Page ended = book.end(UpkeepTask.REBUILD, "");
        LOG.info("Rebuild: {} resources, {} rows written", ended.done(), ended.mended());
    }

    private void writeAll(Page page, TwoThreads threads) {
        long place = page.place().isEmpty() ? 0 : Long.parseLong(page.place());
        long planned = 0;
        List<List<Current>> portions = rebuild.portionsAfter(place, PORTIONS_AT_ONCE);
        while (!portions.isEmpty()) {
            Outcome outcome = threads.all(portions, rebuild::portion);
            place = last(portions);
            advance(Long.toString(place), outcome);
            long done = book.page(UpkeepTask.REBUILD).done();
            LOG.info("Rebuild: {} of {}", done, page.total());
            if (page.waits() && done >= planned * GROWTH) {
                rebuild.planAnew();
                planned = done;
            }
            portions = rebuild.portionsAfter(place, PORTIONS_AT_ONCE);
        }
    }

    private void decideWaiting(TwoThreads threads) {
        List<List<String>> dossiers = rebuild.waiting();
        while (!dossiers.isEmpty()) {
            Outcome outcome = threads.all(dossiers, rebuild::decideWaiting);
            advance(book.page(UpkeepTask.REBUILD).place(), outcome);
            dossiers = rebuild.waiting();
        }
    }

    private void advance(String place, Outcome outcome) {
        book.advance(
                UpkeepTask.REBUILD, place, new Step(outcome.resources(), outcome.exposing(), outcome.changed(), 0));
    }

    private boolean isWaiting() {
        return book.page(UpkeepTask.REBUILD).waits();
    }

    private static long last(List<List<Current>> portions) {
        List<Current> last = portions.get(portions.size() - 1);
        return last.get(last.size() - 1).number();
    }

    /** What only the view has is in no portion of the store. */
    private void removeSurplus(Page page) {
        String place = "";
        Optional<Reconciler.Range> range = mending.next(place);
        while (range.isPresent()) {
            Step step = mending.mend(range.get());
            place = mending.placeAfter(range.get());
            book.advance(
                    UpkeepTask.REBUILD,
                    book.page(page.task()).place(),
                    new Step(0, step.exposing(), step.mended(), step.remaining()));
            range = mending.next(place);
        }
    }
}

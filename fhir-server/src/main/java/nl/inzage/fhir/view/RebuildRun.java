package nl.inzage.fhir.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private static final int THREADS = 2;
    private static final int PORTIONS_AT_ONCE = 10;

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
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            long place = page.place().isEmpty() ? 0 : Long.parseLong(page.place());
            List<List<Current>> portions = rebuild.portionsAfter(place, PORTIONS_AT_ONCE);
            while (!portions.isEmpty()) {
                Outcome outcome = write(portions, threads);
                place = last(portions);
                book.advance(
                        UpkeepTask.REBUILD,
                        Long.toString(place),
                        new Step(outcome.resources(), outcome.exposing(), outcome.changed(), 0));
                LOG.info("Rebuild: {} of {}", book.page(UpkeepTask.REBUILD).done(), page.total());
                portions = rebuild.portionsAfter(place, PORTIONS_AT_ONCE);
            }
        } finally {
            threads.shutdownNow();
        }
        removeSurplus(page);
        do {
            rebuild.decideWaiting();
        } while (isWaiting() && !Boolean.TRUE.equals(transactions.execute(transaction -> book.stopWaiting())));
        Page ended = book.end(UpkeepTask.REBUILD, "");
        LOG.info("Rebuild: {} resources, {} rows written", ended.done(), ended.mended());
    }

    private boolean isWaiting() {
        return book.page(UpkeepTask.REBUILD).waits();
    }

    private static long last(List<List<Current>> portions) {
        List<Current> last = portions.get(portions.size() - 1);
        return last.get(last.size() - 1).number();
    }

    private Outcome write(List<List<Current>> portions, ExecutorService threads) {
        List<Future<Outcome>> running = new ArrayList<>();
        portions.forEach(portion -> running.add(threads.submit(() -> rebuild.portion(portion))));
        Outcome all = Outcome.NOTHING;
        try {
            for (Future<Outcome> each : running) {
                all = all.and(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Ended with the server", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A portion could not be written", e.getCause());
        }
        return all;
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

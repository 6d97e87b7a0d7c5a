package nl.inzage.fhir.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import nl.inzage.fhir.view.Restoration.Outcome;

/** Does portions of work on two threads: one reads and decides while the database writes for the other. */
final class TwoThreads implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /**
     * Does all of these; what came of them together.
     *
     * @throws IllegalStateException when one could not be done, or the server ends
     */
    <T> Outcome all(List<T> portions, Function<T, Outcome> work) {
        List<Future<Outcome>> running = new ArrayList<>();
        portions.forEach(portion -> running.add(threads.submit(() -> work.apply(portion))));
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

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

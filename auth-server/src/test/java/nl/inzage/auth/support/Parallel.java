package nl.inzage.auth.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Does the same thing many times at once. */
public final class Parallel {

    private Parallel() {}

    /** Those that won, told on the console as well: "a login code: 1 of 32". */
    public static <T> List<T> winners(String race, List<T> results, Predicate<T> won) {
        List<T> winners = results.stream().filter(won).toList();
        System.out.println("Race on two nodes, " + race + ": " + winners.size() + " of " + results.size());
        return winners;
    }

    public static <T> List<T> times(int count, Callable<T> action) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}

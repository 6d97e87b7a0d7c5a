package nl.inzage.fhir.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Writes the looks of requests that are under way at the same time in one transaction: each waits until its own are
 * durable, and together they wait for the disk once.
 */
final class GroupCommit implements AuditTrail, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int WAITING = 2048;
    private static final int TOGETHER = 256;
    private static final long QUEUE_MILLIS = 200;

    /** How long the disk waits for those who are under way, when there were some before. */
    private static final long GATHER_NANOS = 500_000;

    private static final long WRITE_SECONDS = 10;

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private final LookTable table;
    private Thread writer;

    GroupCommit(LookTable table) {
        this.table = table;
    }

    private record Waiting(List<Look> looks, CompletableFuture<Void> written) {}

    @Override
    public void record(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        Waiting waiting = new Waiting(looks, new CompletableFuture<>());
        try {
            if (!queue.offer(waiting, QUEUE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AuditUnavailable("Too many looks wait to be written down");
            }
            waiting.written().get(WRITE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailable("Interrupted before the look was written down", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AuditUnavailable("The look could not be written down", e);
        }
    }

    private void run() {
        try {
            int before = 1;
            while (!Thread.currentThread().isInterrupted()) {
                List<Waiting> together = new ArrayList<>();
                together.add(queue.take());
                if (before > 1) {
                    LockSupport.parkNanos(GATHER_NANOS);
                }
                queue.drainTo(together, TOGETHER - 1);
                before = together.size();
                // What was taken is written all the same.
                boolean ended = Thread.interrupted();
                write(together);
                if (ended) {
                    Thread.currentThread().interrupt();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** When they fail together each is tried alone, so that nobody's look spoils another's answer. */
    private void write(List<Waiting> together) {
        try {
            table.add(together.stream()
                    .flatMap(waiting -> waiting.looks().stream())
                    .toList());
            together.forEach(waiting -> waiting.written().complete(null));
        } catch (RuntimeException e) {
            // Of whatever sort: without this thread nothing would be answered until the next start.
            if (together.size() == 1) {
                LOG.error("ALARM: looks cannot be written down, so that nothing is answered", e);
                together.get(0).written().completeExceptionally(e);
            } else {
                together.forEach(waiting -> write(List.of(waiting)));
            }
        }
    }

    @Override
    public synchronized void start() {
        writer = new Thread(this::run, "audit");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public synchronized void stop() {
        writer.interrupt();
        writer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return writer != null;
    }

    /** There before the first request and after the last. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

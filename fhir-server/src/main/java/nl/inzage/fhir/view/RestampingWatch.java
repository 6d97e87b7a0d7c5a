package nl.inzage.fhir.view;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks every few seconds whether rows have to be stamped anew. */
final class RestampingWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RestampingWatch.class);
    private static final long SECONDS = 5;

    private final Restamping restamping;
    private ScheduledExecutorService thread;

    RestampingWatch(Restamping restamping) {
        this.restamping = restamping;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watch = new Thread(task, "restamping");
            watch.setDaemon(true);
            return watch;
        });
        // Nobody waits for it: it ends with its thread, and run() lets no failure through.
        var unused = thread.scheduleWithFixedDelay(this::run, 1, SECONDS, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            restamping.run();
        } catch (RuntimeException e) {
            LOG.error("Rows could not be stamped anew; tried again in {} seconds", SECONDS, e);
        }
    }

    @Override
    public synchronized void stop() {
        thread.shutdownNow();
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}

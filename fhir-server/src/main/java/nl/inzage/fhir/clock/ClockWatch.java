package nl.inzage.fhir.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the clock all the time, on a thread that nothing else can keep busy. */
final class ClockWatch implements SmartLifecycle {

    static final Duration EVERY = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final ReleaseClock clock;
    private ScheduledExecutorService thread;

    ClockWatch(ReleaseClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watch = new Thread(task, "release-clock");
            watch.setDaemon(true);
            return watch;
        });
        // Nobody waits for it: it ends with its thread, and look() lets no failure through.
        var unused =
                thread.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            clock.look();
        } catch (RuntimeException e) {
            // Nothing new is released when the lease is over; the next look may succeed.
            LOG.warn("The database's clock could not be looked at: {}", e.getMessage());
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

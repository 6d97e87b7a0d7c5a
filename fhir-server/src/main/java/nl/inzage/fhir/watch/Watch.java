package nl.inzage.fhir.watch;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;

/** Does something again and again while the server runs, on a thread that nothing else can keep busy. */
public final class Watch implements SmartLifecycle {

    private final String name;
    private final Duration pause;
    private final Runnable look;
    private final Consumer<RuntimeException> failed;
    private ScheduledExecutorService thread;

    /**
     * A watch that begins with the server.
     *
     * @param name of its thread
     * @param pause before the first look and between two
     * @param look ends early, leaving nothing half done, when its thread is interrupted
     * @param failed is told of a look that failed; the next one comes all the same
     */
    public Watch(String name, Duration pause, Runnable look, Consumer<RuntimeException> failed) {
        this.name = name;
        this.pause = pause;
        this.look = look;
        this.failed = failed;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watch = new Thread(task, name);
            watch.setDaemon(true);
            return watch;
        });
        // Nobody waits for it: it ends with its thread, and look() lets no failure through.
        var unused =
                thread.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            look.run();
        } catch (RuntimeException e) {
            failed.accept(e);
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

package nl.inzage.auth.contact;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does what an answer must not wait for. What strangers can ask for waits apart from what somebody has to hear: however
 * many ask for a forgotten password, a notice of a login comes through.
 */
@Component
public class Errands implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 500;

    /** The newest is dropped, and the person can ask again. */
    private final ThreadPoolExecutor asked = threads(new ThreadPoolExecutor.DiscardPolicy());
    /** Who logs in does it himself then: nothing is dropped. */
    private final ThreadPoolExecutor due = threads(new ThreadPoolExecutor.CallerRunsPolicy());

    /** Does soon, on this node, what anybody may ask for: how long it takes would tell whether somebody is known. */
    public void run(Runnable errand) {
        asked.execute(logged(errand));
    }

    /** Does soon, on this node, what must not be left out; when too much is waiting, right now. */
    public void runInAnyCase(Runnable errand) {
        due.execute(logged(errand));
    }

    /** Does soon what comes again by itself: when too much is waiting it is left for then. */
    public void runIfThereIsRoom(Runnable errand) {
        if (due.getQueue().remainingCapacity() > AT_ONCE) {
            due.execute(logged(errand));
        }
    }

    private static Runnable logged(Runnable errand) {
        return () -> {
            try {
                errand.run();
            } catch (RuntimeException e) {
                LOG.error("An errand failed", e);
            }
        };
    }

    private static ThreadPoolExecutor threads(RejectedExecutionHandler whenFull) {
        return new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), whenFull);
    }

    @Override
    public void destroy() {
        asked.shutdown();
        due.shutdown();
    }
}

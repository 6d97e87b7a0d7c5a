package nl.inzage.auth.contact;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does what an answer must not wait for: how long it takes would tell whether somebody is known. When too much is waiting,
 * the newest is dropped, and the person can ask again.
 */
@Component
public class Errands implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 500;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            new ThreadPoolExecutor.DiscardPolicy());

    /** Does it soon, on this node. */
    public void run(Runnable errand) {
        threads.execute(() -> {
            try {
                errand.run();
            } catch (RuntimeException e) {
                LOG.error("An errand failed", e);
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}

package nl.inzage.auth.activation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One at a time, in the order in which they came, and nobody waits longer than this. */
final class Turn {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Duration longest;

    Turn(Duration longest) {
        this.longest = longest;
    }

    /**
     * Does something when it is its turn.
     *
     * @throws TooBusy when the turn did not come in time; nothing was done then
     */
    <T> T take(Supplier<T> action) throws TooBusy {
        try {
            if (!lock.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}

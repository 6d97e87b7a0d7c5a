package nl.inzage.launcher.load;

import java.time.Duration;
import java.util.Optional;

/** How long to wait before asking again: as long as the server says, else longer each time. */
final class Backoff {

    static final int ATTEMPTS = 7;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Sleep sleep;

    Backoff(Sleep sleep) {
        this.sleep = sleep;
    }

    /** One that really waits. */
    static Backoff asleep() {
        return new Backoff(time -> Thread.sleep(time.toMillis()));
    }

    /** Waiting itself, so that a test need not. */
    interface Sleep {
        void of(Duration time) throws InterruptedException;
    }

    void pause(int attempt, Optional<String> retryAfter) throws InterruptedException {
        Duration usual = Duration.ofSeconds(1L << (attempt - 1));
        // Retry-After may also be a date, which servers that are merely busy do not send.
        Duration told = retryAfter
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(usual);
        sleep.of(told.compareTo(LONGEST) > 0 ? LONGEST : told);
    }
}

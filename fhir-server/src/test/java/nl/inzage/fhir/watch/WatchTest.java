package nl.inzage.fhir.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchTest {

    @Test
    void a_look_that_fails_is_told_and_the_next_one_comes_all_the_same() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Watch watch = new Watch(
                "test",
                Duration.ofMillis(1),
                () -> {
                    seen.add(Thread.currentThread().getName());
                    throw new IllegalStateException("no");
                },
                failure -> seen.add(failure.getMessage()));
        watch.start();
        try {
            for (String expected : new String[] {"test", "no", "test", "no"}) {
                assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        } finally {
            watch.stop();
        }
        assertThat(watch.isRunning()).isFalse();
    }
}

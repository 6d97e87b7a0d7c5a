package nl.inzage.auth.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.inzage.auth.support.Parallel;
import org.junit.jupiter.api.Test;

class TurnTest {

    @Test
    void of_32_at_once_each_has_its_turn_alone() {
        Turn turn = new Turn(Duration.ofMinutes(1));
        AtomicInteger inside = new AtomicInteger();

        List<Integer> together = Parallel.times(
                32,
                () -> turn.take(() -> {
                    int now = inside.incrementAndGet();
                    for (int i = 0; i < 10_000; i++) {
                        Thread.onSpinWait();
                    }
                    inside.decrementAndGet();
                    return now;
                }));

        assertThat(together).containsOnly(1);
    }

    @Test
    void who_waits_too_long_is_told_so_and_the_next_has_a_turn() throws TooBusy {
        Turn turn = new Turn(Duration.ofMillis(20));

        turn.take(() -> {
            assertThatThrownBy(() -> Parallel.times(1, () -> turn.take(() -> "done")))
                    .hasRootCauseInstanceOf(TooBusy.class);
            return "done";
        });

        assertThat(turn.take(() -> "next")).isEqualTo("next");
    }
}

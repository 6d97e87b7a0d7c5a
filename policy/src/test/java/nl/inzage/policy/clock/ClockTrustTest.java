package nl.inzage.policy.clock;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockTrustTest {

    @Test
    void a_clock_without_any_bound_is_refused() {
        assertThatThrownBy(() -> new ClockTrust(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockTrust(Duration.ofMinutes(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}

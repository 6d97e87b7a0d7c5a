package nl.inzage.policy.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"-1, 0", "3, 2"})
    void days_that_end_before_they_begin_are_refused(int atLeast, int atMost) {
        assertThatThrownBy(() -> new WorkingDays(atLeast, atMost)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_day_is_a_number_of_days_too() {
        assertThat(new WorkingDays(0, 0).atMost()).isZero();
    }
}

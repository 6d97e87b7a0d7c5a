package nl.inzage.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasePolicyTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-10T12:00:00Z");

    @ParameterizedTest(name = "{0} days, issued {1}: released {2}")
    @CsvSource({
        "7,  2026-11-10T08:30:00Z, 2026-11-17T08:30:00Z",
        "0,  2026-11-10T08:30:00Z, 2026-11-10T08:30:00Z",
        "14, 2026-11-01T00:00:00Z, 2026-11-15T00:00:00Z",
        // The clocks go back on 25 October 2026: seven calendar days are an hour longer.
        "7,  2026-10-20T08:30:00Z, 2026-10-27T09:30:00Z",
        // A moment that has yet to come cannot be the moment the result became known: receipt counts.
        "7,  2026-12-24T08:30:00Z, 2026-11-17T12:00:00Z",
    })
    void a_result_is_released_a_number_of_calendar_days_after_it_became_known(
            int days, Instant issued, Instant released) {
        ReleasePolicy policy = new ReleasePolicy(Period.ofDays(days));

        assertThat(policy.releaseOf(new ResultTimes(Optional.of(issued), RECEIVED)))
                .isEqualTo(released);
    }

    @Test
    void without_an_issued_moment_receipt_counts() {
        ReleasePolicy policy = new ReleasePolicy(Period.ofDays(7));

        assertThat(policy.releaseOf(new ResultTimes(Optional.empty(), RECEIVED)))
                .isEqualTo(Instant.parse("2026-11-17T12:00:00Z"));
    }

    @Test
    void a_group_is_released_with_its_latest_part() {
        Instant first = Instant.parse("2026-11-17T12:00:00Z");
        Instant last = Instant.parse("2026-11-19T12:00:00Z");

        assertThat(ReleasePolicy.releaseOfGroup(first, List.of(last, first))).isEqualTo(last);
        assertThat(ReleasePolicy.releaseOfGroup(last, List.of())).isEqualTo(last);
    }
}

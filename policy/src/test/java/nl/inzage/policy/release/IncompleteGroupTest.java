package nl.inzage.policy.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import org.junit.jupiter.api.Test;

/** A group of which a report names a result that is not here yet. */
class IncompleteGroupTest {

    private static final Instant NOW = Instant.parse("2026-11-10T09:00:00Z");
    private static final Timed PAST = timed(NOW.minus(Duration.ofDays(1)));

    @Test
    void what_was_not_seen_waits_when_the_report_is_finished() {
        List<ReleaseDecision> decisions = new GroupRelease()
                .ofIncomplete(
                        List.of(
                                new GroupMember(GroupRole.CARRIER, PAST, Optional.empty()),
                                new GroupMember(GroupRole.PART, PAST, Optional.empty())),
                        NOW);

        assertThat(decisions)
                .containsOnly(ReleaseDecision.withheld(ReleaseCause.GROUP_INCOMPLETE, ""))
                .hasSize(2);
    }

    @Test
    void what_was_seen_stays() {
        List<ReleaseDecision> decisions = new GroupRelease()
                .ofIncomplete(
                        List.of(
                                new GroupMember(GroupRole.CARRIER, PAST, Optional.empty()),
                                new GroupMember(GroupRole.PART, PAST, Optional.of(PAST))),
                        NOW);

        assertThat(decisions.get(1)).isInstanceOf(Timed.class);
    }

    @Test
    void parts_have_their_own_clocks_while_the_report_is_not_finished() {
        ReleaseDecision notFinal = ReleaseDecision.withheld(ReleaseCause.NOT_FINAL, "");

        assertThat(new GroupRelease()
                        .ofIncomplete(
                                List.of(
                                        new GroupMember(GroupRole.CARRIER, notFinal, Optional.empty()),
                                        new GroupMember(GroupRole.PART, PAST, Optional.empty())),
                                NOW))
                .containsExactly(notFinal, PAST);
    }

    private static Timed timed(Instant moment) {
        return new Timed(moment, moment, moment, List.of());
    }
}

package nl.inzage.policy.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the clock of the database may release results. Results are released by that clock, so a clock that jumps
 * forward would show them early: then the moment before the jump counts until an operator confirms the new time. A
 * clock that is set back hides nothing that was already shown.
 *
 * @param bound how far the clock may be ahead of the time that really went by
 */
public record ClockTrust(Duration bound) {

    public ClockTrust {
        if (bound.isNegative() || bound.isZero()) {
            throw new IllegalArgumentException("A bound on the clock is longer than nothing");
        }
    }

    /** The first sight of a clock, which has nothing to be compared with. */
    public ClockState begin(Instant databaseNow) {
        return new ClockState.Trusted(databaseNow);
    }

    /**
     * The state after one more look at the clock.
     *
     * @param last the state after the look before, kept in the database so that a restart does not forget it
     * @param databaseNow what the database says now
     * @param elapsed how much time went by since, by a clock that cannot be set
     */
    public ClockState observe(ClockState last, Instant databaseNow, Duration elapsed) {
        return last.fold(
                trusted -> isJump(trusted.releasesAt(), databaseNow, elapsed)
                        ? new ClockState.Frozen(trusted.releasesAt(), databaseNow)
                        : new ClockState.Trusted(later(trusted.releasesAt(), databaseNow)),
                frozen -> new ClockState.Frozen(frozen.releasesAt(), databaseNow));
    }

    /**
     * The state at a start of the server, when nobody counted the time in between.
     *
     * @param longestPause how long the server may have stood still without a question
     */
    public ClockState resume(ClockState last, Instant databaseNow, Duration longestPause) {
        return observe(last, databaseNow, longestPause);
    }

    /** The state after an operator said that the clock is right. */
    public ClockState confirm(Instant databaseNow) {
        return new ClockState.Trusted(databaseNow);
    }

    private boolean isJump(Instant before, Instant databaseNow, Duration elapsed) {
        return databaseNow.isAfter(before.plus(elapsed).plus(bound));
    }

    private static Instant later(Instant first, Instant second) {
        return second.isAfter(first) ? second : first;
    }
}

package nl.inzage.policy.clock;

import java.time.Instant;
import java.util.function.Function;

/** What is thought of the clock that releases results. */
public sealed interface ClockState {

    /** The moment to compare release moments with. */
    Instant releasesAt();

    <T> T fold(Function<? super Trusted, ? extends T> trusted, Function<? super Frozen, ? extends T> frozen);

    /** The clock is believed: its latest moment counts. */
    record Trusted(Instant releasesAt) implements ClockState {

        @Override
        public <T> T fold(
                Function<? super Trusted, ? extends T> trusted, Function<? super Frozen, ? extends T> frozen) {
            return trusted.apply(this);
        }
    }

    /**
     * The clock jumped: nothing new is released.
     *
     * @param releasesAt the last moment that was believed
     * @param claimed what the clock says
     */
    record Frozen(Instant releasesAt, Instant claimed) implements ClockState {

        @Override
        public <T> T fold(
                Function<? super Trusted, ? extends T> trusted, Function<? super Frozen, ? extends T> frozen) {
            return frozen.apply(this);
        }
    }
}

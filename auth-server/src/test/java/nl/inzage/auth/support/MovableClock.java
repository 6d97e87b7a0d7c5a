package nl.inzage.auth.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The real time, and on request some time later. */
public final class MovableClock extends Clock {

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    MovableClock() {
        this(Clock.systemUTC());
    }

    private MovableClock(Clock real) {
        this.real = real;
    }

    /** From now on it is this much later than it really is. */
    public void moveTo(Duration later) {
        ahead = later;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}

package nl.inzage.policy.contact;

import java.time.LocalTime;

/**
 * The hours on working days.
 * An end that is not after the begin is refused with an IllegalArgumentException.
 */
public record OpeningHours(LocalTime from, LocalTime to) {

    public OpeningHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("Opening hours end before they begin");
        }
    }
}

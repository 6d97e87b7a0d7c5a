package nl.inzage.policy.notification;

import java.util.Set;

/**
 * How people hear that there is something new (F62).
 *
 * @param channels by which way
 * @param perType whether each sort can be switched on and off
 * @param contentFree whether the message says nothing about what is new
 */
public record NotificationRules(Set<Channel> channels, boolean perType, boolean contentFree) {

    public NotificationRules {
        channels = Set.copyOf(channels);
    }

    /** A way to reach somebody. */
    public enum Channel {
        IN_APP,
        EMAIL
    }
}

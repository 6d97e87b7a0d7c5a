package nl.inzage.policy.login;

/**
 * A number of working days, from at least to at most.
 * An end before the begin is refused with an IllegalArgumentException.
 */
public record WorkingDays(int atLeast, int atMost) {

    public WorkingDays {
        if (atLeast < 0 || atMost < atLeast) {
            throw new IllegalArgumentException("Working days end before they begin");
        }
    }
}

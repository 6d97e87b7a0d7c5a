package nl.inzage.policy.identity;

import java.time.Instant;

/**
 * The ages at which Dutch law gives a child a say of its own (WGBO, Civil Code 7:447 and 7:450), and at which the
 * portals of UMCG, Amsterdam UMC and Mitz change what a parent may do.
 */
public enum AgeBand {
    /** Below twelve: the parents decide. */
    CHILD,
    /** From the twelfth birthday: child and parents together. */
    YOUTH,
    /** From the sixteenth birthday: as an adult. */
    ADULT;

    public static final int YOUTH_FROM = 12;
    public static final int ADULT_FROM = 16;

    /** The band at a moment; with an incomplete birth date the oldest that it may be. */
    public static AgeBand of(BirthDate born, Instant now) {
        if (born.mayHaveReached(ADULT_FROM, now)) {
            return ADULT;
        }
        return born.mayHaveReached(YOUTH_FROM, now) ? YOUTH : CHILD;
    }
}

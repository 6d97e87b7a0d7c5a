package nl.inzage.policy.login;

/** What a hospital does about repeated failures to log in. */
public enum LockoutMode {
    /** A growing wait. */
    DELAY,
    /** A block. */
    LOCK,
    /** First a growing wait, then a block. */
    DELAY_THEN_LOCK,
    /** DigiD decides. */
    AT_DIGID
}

package nl.inzage.policy.login;

/** The levels of assurance of DigiD, the lowest first, by their Dutch names. */
public enum DigidLevel {
    /** Password only. */
    BASIS,
    /** With a code by SMS, or the app. */
    MIDDEN,
    /** The app after an identity document was checked once. */
    SUBSTANTIEEL,
    /** The app with the chip of an identity document each time. */
    HOOG
}

package nl.inzage.auth.contact;

/** What became of a code that somebody typed. */
public enum CodeVerdict {
    RIGHT,
    WRONG,
    EXPIRED,
    TOO_MANY
}

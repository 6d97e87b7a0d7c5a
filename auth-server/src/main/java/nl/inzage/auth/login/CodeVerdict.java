package nl.inzage.auth.login;

/** What became of a code that somebody typed. */
public enum CodeVerdict {
    RIGHT,
    WRONG,
    EXPIRED,
    TOO_MANY
}

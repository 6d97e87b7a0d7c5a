package nl.inzage.auth.login;

/** What became of a code that somebody typed. */
enum CodeVerdict {
    RIGHT,
    WRONG,
    EXPIRED,
    TOO_MANY
}

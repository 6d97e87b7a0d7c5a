package nl.inzage.auth.login;

/** An account got as many codes as it may in a day without logging in. */
final class TooManyCodes extends Exception {

    private static final long serialVersionUID = 1L;
}

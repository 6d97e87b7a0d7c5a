package nl.inzage.auth.contact;

/** Somebody got as many codes as it may in a day without logging in. */
public final class TooManyCodes extends Exception {

    private static final long serialVersionUID = 1L;
}

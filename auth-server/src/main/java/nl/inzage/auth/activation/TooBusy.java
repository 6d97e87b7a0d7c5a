package nl.inzage.auth.activation;

/** So many codes of letters wait to be looked at that this one was not. */
final class TooBusy extends Exception {

    private static final long serialVersionUID = 1L;
}

package nl.inzage.auth.digid;

/** The bridge did not answer as it should. It says what went wrong, never about whom. */
final class DigidFailed extends Exception {

    private static final long serialVersionUID = 1L;

    DigidFailed(String reason) {
        super(reason);
    }
}

package nl.inzage.portal.smart;

/** The authorization server does not answer now; the login itself may be fine. */
public final class AuthorizationServerSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuthorizationServerSilent(Throwable cause) {
        super("The authorization server does not answer", cause);
    }
}

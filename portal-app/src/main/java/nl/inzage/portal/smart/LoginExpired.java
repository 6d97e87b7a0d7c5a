package nl.inzage.portal.smart;

/** The login no longer counts at the authorization server; only logging in again helps. */
public final class LoginExpired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoginExpired() {
        super("The login has ended");
    }
}

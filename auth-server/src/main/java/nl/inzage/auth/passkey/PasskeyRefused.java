package nl.inzage.auth.passkey;

/** What a browser sent is not proof of a passkey. It says what went wrong, never about whom. */
final class PasskeyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    PasskeyRefused(String reason) {
        super(reason);
    }
}

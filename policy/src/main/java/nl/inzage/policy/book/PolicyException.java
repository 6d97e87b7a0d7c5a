package nl.inzage.policy.book;

/** A policy file that cannot be used; the message names file and key, and the application must not start. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyException(String message) {
        super(message);
    }

    PolicyException(String message, Throwable cause) {
        super(message, cause);
    }
}

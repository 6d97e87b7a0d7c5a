package nl.inzage.policy.book;

/** A value that its parameter cannot have; the message completes "must be". */
final class UnfitValue extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitValue(String allowed) {
        super(allowed);
    }

    /** The message for a key. */
    String in(String key) {
        return key + " must be " + getMessage();
    }
}

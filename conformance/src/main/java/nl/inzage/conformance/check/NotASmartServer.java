package nl.inzage.conformance.check;

/** Behind the base address is nothing that can be judged; the message says what was found, for a person. */
public final class NotASmartServer extends Exception {

    private static final long serialVersionUID = 1;

    public NotASmartServer(String message) {
        super(message);
    }
}

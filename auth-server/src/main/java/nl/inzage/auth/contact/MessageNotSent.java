package nl.inzage.auth.contact;

/** The message service did not take a message. It carries neither the phone number nor the text. */
public final class MessageNotSent extends Exception {

    private static final long serialVersionUID = 1L;

    public MessageNotSent(String reason) {
        super(reason);
    }

    public MessageNotSent(String reason, Throwable cause) {
        super(reason, cause);
    }
}

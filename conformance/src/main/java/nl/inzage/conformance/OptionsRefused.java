package nl.inzage.conformance;

/** An option that cannot be followed; the message says which and why. */
public final class OptionsRefused extends Exception {

    private static final long serialVersionUID = 1;

    public OptionsRefused(String message) {
        super(message);
    }
}

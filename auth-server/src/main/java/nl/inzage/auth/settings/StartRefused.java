package nl.inzage.auth.settings;

/** A reason not to start that a person can act on: one sentence, no secret in it. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }
}

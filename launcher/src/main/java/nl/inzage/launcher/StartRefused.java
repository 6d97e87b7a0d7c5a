package nl.inzage.launcher;

/** A reason not to start, or to stop, that is told as one sentence; nothing has been damaged. */
public final class StartRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

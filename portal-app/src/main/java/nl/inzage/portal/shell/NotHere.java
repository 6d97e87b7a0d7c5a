package nl.inzage.portal.shell;

/** What was asked for does not exist for this person; the page says no more than that. */
public final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotHere() {
        super("Not in this dossier");
    }
}

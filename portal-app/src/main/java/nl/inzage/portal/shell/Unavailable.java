package nl.inzage.portal.shell;

/** The page is nothing without this answer, and the hospital's server did not give it. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable() {
        super("The FHIR server did not answer");
    }
}

package nl.inzage.fhir.audit;

/** A look could not be written down. */
public final class AuditUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AuditUnavailable(String why) {
        super(why);
    }

    public AuditUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}

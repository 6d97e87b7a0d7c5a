package nl.inzage.auth.person;

/** The FHIR server cannot be asked now who somebody is. */
public final class DossierUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    DossierUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}

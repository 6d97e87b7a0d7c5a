package nl.inzage.portal.fhir;

/** The FHIR server answered 401. Not a value: no page can do anything with it but let the person log in again. */
public final class TokenRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TokenRefused() {
        super("The FHIR server refused the access token");
    }
}

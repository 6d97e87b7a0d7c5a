package nl.inzage.portal.fhir;

/** Why the FHIR server gave nothing, as far as a page needs to know. */
public enum Refusal {
    /** It does not exist or is not for this person: the server does not tell which, so neither do we. */
    NOT_HERE,
    /** The server failed, was too slow or could not be reached: trying again may help. */
    UNAVAILABLE
}

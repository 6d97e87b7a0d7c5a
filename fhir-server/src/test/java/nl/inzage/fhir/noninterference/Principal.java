package nl.inzage.fhir.noninterference;

/** Who asks. */
enum Principal {
    OWN(true),
    OWN_CONDITIONS_ONLY(true),
    OWN_LABORATORY_ONLY(true),
    OWN_FHIR_USER_ONLY(true),
    DELEGATE(true),
    OTHER_PATIENT(false),
    WITHOUT_PATIENT(false),
    OWN_EXPIRED(true),
    HOSPITAL_SYSTEM(false),
    NOBODY(false);

    private final boolean own;

    Principal(boolean own) {
        this.own = own;
    }

    /** Whether each twin has a token of its own; others ask about both twins with the same one. */
    boolean isOwn() {
        return own;
    }
}

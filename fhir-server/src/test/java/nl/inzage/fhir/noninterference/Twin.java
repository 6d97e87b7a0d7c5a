package nl.inzage.fhir.noninterference;

/** The three dossiers that a request can be about: their ids differ in one letter. */
enum Twin {
    /** Has what everyone may know of a patient, and hidden resources too. */
    WITH_SECRETS("a"),
    /** Has the same without any hidden resource. */
    WITHOUT("b"),
    /** Was never there. */
    ABSENT("n");

    private final String letter;

    Twin(String letter) {
        this.letter = letter;
    }

    String letter() {
        return letter;
    }
}

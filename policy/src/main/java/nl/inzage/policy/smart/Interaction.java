package nl.inzage.policy.smart;

/** What a scope permits, by the letters of SMART App Launch 2.2, "Scopes for requesting FHIR Resources". */
public enum Interaction {
    CREATE('c'),
    READ('r'),
    UPDATE('u'),
    DELETE('d'),
    SEARCH('s');

    private final char letter;

    Interaction(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}

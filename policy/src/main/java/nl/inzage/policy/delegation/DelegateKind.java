package nl.inzage.policy.delegation;

/** In what capacity somebody acts for a patient. */
public enum DelegateKind {
    PARENT,
    /** "voogd", of a child. */
    GUARDIAN,
    /** "mentor", for the care of an adult, by the court. */
    MENTOR,
    /** "curator", for all matters of an adult, by the court. */
    CURATOR,
    /** Somebody whom the patient chose. */
    CHOSEN;

    /** Whether a law or a court, and not the patient, gave the capacity. */
    boolean isLegal() {
        return this != CHOSEN;
    }

    boolean isAppointedForAnAdult() {
        return this == MENTOR || this == CURATOR;
    }
}

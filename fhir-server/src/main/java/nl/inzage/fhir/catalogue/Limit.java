package nl.inzage.fhir.catalogue;

/** Why not everything of a type that is the patient's own and released is shown. */
public enum Limit {
    /** It has no release of its own, and what it says may give away something hidden: shown when a visible row names it. */
    WHEN_NAMED,
    /** It says what is to be done or was said about something: shown when all that it names may be seen. */
    NAMES_NOTHING_HIDDEN,
    /** It tells who else may look or what the patient chose: for the patient, not for who looks on the patient's behalf. */
    PATIENT_ALONE
}

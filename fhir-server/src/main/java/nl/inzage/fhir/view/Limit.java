package nl.inzage.fhir.view;

/** Why not everything of a type that is the patient's own and released is shown. */
public enum Limit {
    /** It has no release of its own, and what it says may give away something hidden: shown when a visible row names it. */
    WHEN_NAMED,
    /** It tells who else may look or what the patient chose: for the patient, not for who looks on the patient's behalf. */
    PATIENT_ALONE
}

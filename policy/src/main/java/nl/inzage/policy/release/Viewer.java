package nl.inzage.policy.release;

/** On whose behalf somebody looks at a dossier. */
public enum Viewer {
    /** The patient, or an app that the patient uses. */
    PATIENT,
    /** Somebody who may look on the patient's behalf, "gemachtigde". */
    DELEGATE,
    /** Anybody else, such as a general practitioner with a share code. */
    OTHER
}

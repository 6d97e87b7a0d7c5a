package nl.inzage.policy.release;

/** Whether a delegate sees results right away. */
public enum EarlyForDelegates {
    /** When the patient has an account and chose so there (UMCG). */
    IF_PATIENT_OPTED_IN,
    NEVER
}

package nl.inzage.policy.release;

/** Who may switch the choice to see results right away. */
public enum EarlySwitch {
    /** "alleen de patiënt zelf kan dit instellen" (UMCG). */
    PATIENT,
    PATIENT_OR_DELEGATE
}

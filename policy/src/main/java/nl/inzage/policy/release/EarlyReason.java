package nl.inzage.policy.release;

/** Why somebody may, or may not, switch or use the choice to see results right away. */
public enum EarlyReason {
    PATIENT_DECIDES,
    DELEGATE_MAY_SWITCH,
    PATIENT_OPTED_IN,
    NOT_OFFERED,
    PATIENT_TOO_YOUNG,
    ONLY_THE_PATIENT,
    NOT_FOR_THIS_VIEWER,
    PATIENT_HAS_NO_ACCOUNT,
    NOT_OPTED_IN
}

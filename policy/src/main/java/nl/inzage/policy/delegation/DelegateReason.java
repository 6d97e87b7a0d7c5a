package nl.inzage.policy.delegation;

/** Why a delegate may or may not do something. */
public enum DelegateReason {
    ACTIVE,
    SAME_AS_PATIENT,
    LEGAL_REPRESENTATIVE,
    PATIENT_BELOW_TWELVE,
    PATIENT_OPTED_IN,
    HOSPITAL_LETS_DELEGATES_SWITCH,

    NOT_OFFERED,
    PATIENT_DECEASED,
    WITHDRAWN,
    NOT_STARTED,
    ENDED,
    KIND_NOT_ACCEPTED,
    /** A child below twelve cannot choose somebody. */
    PATIENT_TOO_YOUNG_TO_CHOOSE,
    PATIENT_HAS_NOT_CONSENTED,
    STOPPED_AT_AGE,

    PATIENT_FROM_TWELVE,
    NOT_LEGAL_REPRESENTATIVE,
    NO_EARLY_RESULTS,
    ONLY_THE_PATIENT
}

package nl.inzage.policy.delegation;

/** Something that a delegate may be able to do. */
public enum DelegateRight {
    VIEW_DOSSIER,
    /** Results at the early moment. */
    VIEW_EARLY_RESULTS,
    SEND_MESSAGE,
    REQUEST_REPEAT,
    BOOK_APPOINTMENT,
    /** Own entries: problems, medicines, allergies. */
    CHANGE_MEDICAL_DATA,
    CHANGE_PERSONAL_DATA,
    SHARE_DOSSIER,
    /** See who else may look. */
    VIEW_DELEGATES,
    SWITCH_EARLY_RESULTS,
    APPOINT_DELEGATE
}

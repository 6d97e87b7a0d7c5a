package nl.inzage.policy.release;

/** Who wrote a letter to whom (F35). */
public enum LetterDirection {
    /** By the hospital's clinicians. */
    OUTGOING,
    /** By the patient's general practitioner, such as a referral. */
    FROM_GP,
    /** By anybody else outside. */
    FROM_OTHERS,
    UNKNOWN
}

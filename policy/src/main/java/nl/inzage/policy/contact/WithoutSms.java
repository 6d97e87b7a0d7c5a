package nl.inzage.policy.contact;

/** What a hospital advises to who gets no SMS (F19). */
public enum WithoutSms {
    /** Switch the telephone off for fifteen minutes. */
    OFF_FOR_A_QUARTER,
    RESTART,
    /** Remove old messages, as there may be no room. */
    CLEAR_INBOX
}

package nl.inzage.policy.login;

/** What somebody got wrong. */
public enum LockoutCause {
    PASSWORD,
    SMS_CODE
}

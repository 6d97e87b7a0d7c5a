package nl.inzage.policy.login;

/** Whether somebody must give an e-mail address (F10). */
public enum EmailRule {
    REQUIRED,
    /** Asked each time, but an account works without. */
    ASKED,
    OPTIONAL
}

package nl.inzage.policy.login;

/** Who lifts a block. */
public enum UnlockedBy {
    /** Nobody has to: it passes. */
    TIME,
    DESK,
    HELPDESK,
    /** The service desk, by e-mail. */
    SUPPORT,
    DIGID
}

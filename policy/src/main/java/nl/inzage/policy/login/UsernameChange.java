package nl.inzage.policy.login;

/** Who can change a user name that somebody has (F18). */
public enum UsernameChange {
    NOBODY,
    SUPPORT
}

package nl.inzage.policy.login;

/** A way to log in. */
public enum LoginMethod {
    /** User name and password, then a code by SMS. */
    PASSWORD_AND_SMS,
    /** The Dutch national login. */
    DIGID
}

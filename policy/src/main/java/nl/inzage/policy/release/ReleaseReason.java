package nl.inzage.policy.release;

/**
 * One step of a decision, in words of the policy.
 *
 * @param cause what happened
 * @param parameter the parameter of the hospital's file that says so, or empty when no file has a say
 */
public record ReleaseReason(ReleaseCause cause, String parameter) {}

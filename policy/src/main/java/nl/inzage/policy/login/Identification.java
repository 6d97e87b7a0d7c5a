package nl.inzage.policy.login;

/**
 * How an employee knows who somebody is.
 *
 * @param channel where they met
 * @param document what proved it
 */
public record Identification(EnrolmentChannel channel, IdentityDocument document) {}

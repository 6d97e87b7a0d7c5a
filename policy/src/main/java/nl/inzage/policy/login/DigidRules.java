package nl.inzage.policy.login;

/**
 * What is asked of DigiD (F7).
 *
 * @param minimumLevel the lowest level of assurance
 * @param selfEnrol whether a patient can make an account with it
 * @param verifiedBsn whether the hospital must have verified the citizen service number before
 */
public record DigidRules(DigidLevel minimumLevel, boolean selfEnrol, boolean verifiedBsn) {}

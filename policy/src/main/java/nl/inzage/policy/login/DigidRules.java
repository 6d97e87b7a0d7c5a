package nl.inzage.policy.login;

import nl.inzage.policy.ruling.Ruling;

/**
 * What is asked of DigiD (F7).
 *
 * @param minimumLevel the lowest level of assurance
 * @param selfEnrol whether a patient can make an account with it
 * @param verifiedBsn whether the hospital must have verified the citizen service number before
 */
public record DigidRules(DigidLevel minimumLevel, boolean selfEnrol, boolean verifiedBsn) {

    /** Why a login with DigiD is good enough or not. */
    public enum Reason {
        HIGH_ENOUGH,
        TOO_LOW
    }

    /** Whether a login at this level lets somebody in. */
    public Ruling<Reason> accepts(DigidLevel level) {
        return level.compareTo(minimumLevel) >= 0 ? Ruling.allowed(Reason.HIGH_ENOUGH) : Ruling.refused(Reason.TOO_LOW);
    }
}

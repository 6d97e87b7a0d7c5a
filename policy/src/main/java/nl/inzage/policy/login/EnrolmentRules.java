package nl.inzage.policy.login;

import java.util.Optional;
import java.util.Set;

/**
 * How people get an account (F1 to F4, F7).
 *
 * @param channels where
 * @param signedConsent whether they sign a statement of consent first
 * @param credentialsByMail in how many working days the credentials come by e-mail, where they do
 * @param identityDocuments what is accepted as proof of identity
 */
public record EnrolmentRules(
        Set<EnrolmentChannel> channels,
        boolean signedConsent,
        Optional<WorkingDays> credentialsByMail,
        Set<IdentityDocument> identityDocuments) {

    public EnrolmentRules {
        channels = Set.copyOf(channels);
        identityDocuments = Set.copyOf(identityDocuments);
    }
}

package nl.inzage.policy.login;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.policy.ruling.Ruling;

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

    /** Why an employee may or may not enrol somebody. */
    public enum Reason {
        IDENTIFIED,
        CHANNEL_NOT_OFFERED,
        DOCUMENT_NOT_ACCEPTED,
        CONSENT_NOT_SIGNED
    }

    /** Whether patients make the account themselves with a code, rather than get their credentials by e-mail. */
    public boolean byCode() {
        return credentialsByMail.isEmpty();
    }

    /** The channels where an employee sees the patient; DigiD has none. */
    public static Set<EnrolmentChannel> withAnEmployee() {
        return Set.of(EnrolmentChannel.DESK, EnrolmentChannel.CLINIC, EnrolmentChannel.VIDEO_DESK);
    }

    /**
     * Where an employee sees patients here (F2).
     *
     * @param worksAtClinic whether the employee works at an outpatient clinic, and stands at no other desk
     */
    public Set<EnrolmentChannel> seenBy(boolean worksAtClinic) {
        return channels.stream()
                .filter(withAnEmployee()::contains)
                .filter(channel -> !worksAtClinic || channel == EnrolmentChannel.CLINIC)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this proves here who somebody is, whatever the employee does for him or her (F2, F4). */
    public Ruling<Reason> identifies(Identification by) {
        if (!channels.contains(by.channel()) || !withAnEmployee().contains(by.channel())) {
            return Ruling.refused(Reason.CHANNEL_NOT_OFFERED);
        }
        return identityDocuments.contains(by.document())
                ? Ruling.allowed(Reason.IDENTIFIED)
                : Ruling.refused(Reason.DOCUMENT_NOT_ACCEPTED);
    }

    /**
     * Whether an employee may enrol somebody who stands before him or her (F1, F2, F4).
     *
     * @param consentSigned whether the statement of consent was signed
     */
    public Ruling<Reason> mayEnrol(Identification by, boolean consentSigned) {
        Ruling<Reason> identified = identifies(by);
        return identified.isAllowed() && signedConsent && !consentSigned
                ? Ruling.refused(Reason.CONSENT_NOT_SIGNED)
                : identified;
    }
}

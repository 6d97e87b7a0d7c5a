package nl.inzage.policy.contact;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where people get help with logging in (F6, F11, F14, F17, F19).
 *
 * @param desk what the desk is called where people show who they are
 * @param helpdesk what those are called who answer questions
 * @param phone their number as people dial it
 * @param email their address
 * @param website where the hospital explains its portal
 * @param hours when they answer
 * @param withoutSms what to try when no code by SMS comes
 */
public record HospitalContact(
        String desk,
        String helpdesk,
        Optional<String> phone,
        Optional<String> email,
        Optional<URI> website,
        Optional<OpeningHours> hours,
        Set<WithoutSms> withoutSms) {

    public HospitalContact {
        withoutSms = Set.copyOf(withoutSms);
    }
}

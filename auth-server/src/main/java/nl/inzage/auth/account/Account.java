package nl.inzage.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.policy.identity.HospitalId;

/**
 * Somebody who can log in.
 *
 * @param passwordHash null when there is no password, as for who made the account with DigiD
 * @param phone null when it is not known
 * @param fhirId the id of the Patient or Practitioner, known after the first login
 */
public record Account(
        UUID id,
        String username,
        String passwordHash,
        String phone,
        AccountKind kind,
        HospitalId hospital,
        PersonIdentifier identifier,
        Locale language,
        Optional<String> fhirId) {

    /** The person's resource relative to the FHIR server, as in {@code Patient/123}; only after the first login. */
    public String fhirUser() {
        return kind.resourceType() + "/" + fhirId.orElseThrow();
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}

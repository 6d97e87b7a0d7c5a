package nl.inzage.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.policy.identity.HospitalId;

/**
 * Somebody who can log in.
 *
 * @param passwordHash null when there is no password, as for who made the account with DigiD
 * @param phone where codes go, in international form; nothing when it is not known or was taken away
 * @param email where messages without content go
 * @param birthDate as FHIR writes a date; known of patients who activated the account themselves
 * @param closed whether nobody can log in any more, as after a death
 * @param fhirId the id of the Patient or Practitioner, known after the first login
 */
public record Account(
        UUID id,
        String username,
        String passwordHash,
        Optional<String> phone,
        Optional<String> email,
        Optional<String> birthDate,
        AccountKind kind,
        HospitalId hospital,
        PersonIdentifier identifier,
        Locale language,
        boolean closed,
        Optional<String> fhirId) {

    /** The person's resource relative to the FHIR server, as in {@code Patient/123}; only after the first login. */
    public String fhirUser() {
        return kind.resourceType() + "/" + fhirId.orElseThrow();
    }

    /** The same account, of a Patient or Practitioner whose id is known. */
    public Account of(String id) {
        return new Account(
                this.id,
                username,
                passwordHash,
                phone,
                email,
                birthDate,
                kind,
                hospital,
                identifier,
                language,
                closed,
                Optional.of(id));
    }

    /** Whether there is a password; who made the account with DigiD has none. */
    public boolean hasPassword() {
        return passwordHash != null;
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}

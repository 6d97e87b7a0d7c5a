package nl.inzage.auth.event;

import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.Identification;

/**
 * Something that was done to an account. It holds no code, no password and no citizen service number.
 *
 * @param account whose account, once there is one
 * @param patient the FHIR id of the patient it is about
 * @param by the employee who did it; nothing when it was the person or the server
 * @param seen where the employee met the patient, and which document proved who it was
 * @param reason why, in the employee's words
 * @param found how many patients a search showed
 */
public record AccountEvent(
        HospitalId hospital,
        Act act,
        Optional<UUID> account,
        Optional<String> patient,
        Optional<UUID> by,
        Optional<Identification> seen,
        Optional<String> reason,
        Optional<Integer> found) {

    /** What the person did, or what followed from it. */
    public static AccountEvent of(Account account, Act act) {
        return new AccountEvent(
                account.hospital(),
                act,
                Optional.of(account.id()),
                account.fhirId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, about the dossier of this patient. */
    public AccountEvent about(String fhirId) {
        return new AccountEvent(hospital, act, account, Optional.of(fhirId), by, seen, reason, found);
    }
}

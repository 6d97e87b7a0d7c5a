package nl.inzage.auth.activation;

import java.util.Locale;
import java.util.Optional;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.EnrolmentChannel;

/**
 * Who is invited to make an account, as an employee identified the person.
 *
 * @param patient the FHIR id of the Patient
 * @param birthDate as FHIR writes a date; the code is good only together with it
 * @param phone where the code by SMS goes, in international form
 */
public record Invitation(
        HospitalId hospital,
        String patient,
        PersonIdentifier identifier,
        String birthDate,
        String phone,
        Optional<String> email,
        Locale language,
        EnrolmentChannel channel) {

    @Override
    public String toString() {
        return "Invitation[" + hospital + "]";
    }
}

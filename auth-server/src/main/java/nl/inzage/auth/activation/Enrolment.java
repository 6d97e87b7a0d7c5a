package nl.inzage.auth.activation;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.policy.identity.HospitalId;

/**
 * How far somebody is between the letter and the account; its text hides what was filled in.
 *
 * @param emailPassed whether the question for an e-mail address is behind the person, with or without one
 */
record Enrolment(
        UUID id,
        UUID activation,
        HospitalId hospital,
        String patient,
        PersonIdentifier identifier,
        String birthDate,
        String phone,
        Optional<String> emailAtDesk,
        Locale language,
        boolean phoneConfirmed,
        Optional<String> username,
        Optional<String> passwordHash,
        Optional<String> question,
        Optional<String> answerHash,
        Optional<String> email,
        boolean emailConfirmed,
        boolean emailPassed) {

    /** The page that comes next; nobody can go past it. */
    Step next(boolean asksQuestion) {
        if (!phoneConfirmed) {
            return Step.TELEFOON;
        }
        if (username.isEmpty()) {
            return Step.ACCOUNT;
        }
        if (asksQuestion && question.isEmpty()) {
            return Step.VRAAG;
        }
        if (!emailPassed) {
            return email.isPresent() && !emailConfirmed ? Step.EMAILCODE : Step.EMAIL;
        }
        return Step.VOORWAARDEN;
    }

    @Override
    public String toString() {
        return "Enrolment[" + id + "]";
    }

    /** The pages, by the last part of their addresses. */
    enum Step {
        TELEFOON,
        ACCOUNT,
        VRAAG,
        EMAIL,
        EMAILCODE,
        VOORWAARDEN;

        String address() {
            return "/activeren/" + name().toLowerCase(Locale.ROOT);
        }
    }
}

package nl.inzage.auth.digid;

import java.time.Clock;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.person.People;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.identity.Bsn;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.DigidLevel;
import nl.inzage.policy.login.LoginRules;
import org.springframework.stereotype.Service;

/** Decides what becomes of somebody who comes from DigiD, by the hospital's policy. */
@Service
class Arrivals {

    private final PolicyBook policies;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;

    Arrivals(PolicyBook policies, Accounts accounts, People people, Clock clock) {
        this.policies = policies;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    LoginRules rules(HospitalId hospital) {
        return policies.of(hospital).orElseThrow().account().login();
    }

    /**
     * Judges who arrives.
     *
     * @throws DossierUnavailable when the FHIR server cannot say whether this is a patient
     */
    Arrival judge(HospitalId hospital, DigidIdentity identity) throws DossierUnavailable {
        LoginRules rules = rules(hospital);
        boolean highEnough = identity.level()
                .filter(level -> rules.digid().accepts(level).isAllowed())
                .isPresent();
        if (!highEnough) {
            // What is needed differs: a code by SMS, or the app with a check of the identity document.
            return new Arrival.Refused(
                    rules.digid().minimumLevel() == DigidLevel.MIDDEN
                            ? DigidProblem.DIGID_BELOW_MIDDEN
                            : DigidProblem.DIGID_TOO_LOW);
        }
        PersonIdentifier identifier = identifier(identity.bsn());
        Optional<Account> account = accounts.ofPatient(hospital, identifier);
        if (account.isEmpty() && !rules.digid().selfEnrol()) {
            return new Arrival.Refused(DigidProblem.DIGID_NO_ACCOUNT);
        }
        Optional<KnownPatient> patient = people.resource(hospital, AccountKind.PATIENT, identifier)
                .map(resource -> KnownPatient.of(resource, identity.bsn(), clock.instant()));
        if (account.isPresent()) {
            return comingBack(rules, account.get(), patient);
        }
        return patient.map(known -> enrolment(rules, known))
                .orElseGet(() -> new Arrival.Refused(DigidProblem.DIGID_NO_DOSSIER));
    }

    /** That a patient died is seen at the entrance, which closes the account. */
    private static Arrival comingBack(LoginRules rules, Account account, Optional<KnownPatient> patient) {
        boolean verified = patient.filter(KnownPatient::bsnVerified).isPresent();
        return switch (rules.mayComeInWithDigid(patient.isPresent(), verified).reason()) {
            case CONDITIONS_MET -> new Arrival.Known(account);
            case NOT_OFFERED -> new Arrival.Refused(DigidProblem.DIGID_NO_ACCOUNT);
            case NOT_A_PATIENT -> new Arrival.Refused(DigidProblem.DIGID_NO_DOSSIER);
            case BSN_NOT_VERIFIED -> new Arrival.Refused(DigidProblem.DIGID_NOT_VERIFIED);
        };
    }

    static PersonIdentifier identifier(Bsn bsn) {
        return new PersonIdentifier(Bsn.SYSTEM, bsn.value());
    }

    private Arrival enrolment(LoginRules rules, KnownPatient patient) {
        if (patient.deceased()) {
            return new Arrival.Refused(DigidProblem.DIGID_NO_DOSSIER);
        }
        Optional<BirthDate> born = patient.born();
        if (born.isEmpty()) {
            return new Arrival.Refused(DigidProblem.DIGID_TOO_YOUNG);
        }
        return switch (rules.mayEnrolWithDigid(born.get(), patient.bsnVerified(), clock.instant())
                .reason()) {
            case CONDITIONS_MET -> new Arrival.New();
            case NOT_OFFERED -> new Arrival.Refused(DigidProblem.DIGID_NO_ACCOUNT);
            case TOO_YOUNG -> new Arrival.Refused(DigidProblem.DIGID_TOO_YOUNG);
            case BSN_NOT_VERIFIED -> new Arrival.Refused(DigidProblem.DIGID_NOT_VERIFIED);
        };
    }
}

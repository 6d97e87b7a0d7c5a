package nl.inzage.auth.person;

import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.AccountLife;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.session.AccountSessions;
import nl.inzage.auth.token.Grants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes the account of a patient of whom the hospital says that he or she died, with all that is open of it (F53). */
@Service
public class PatientLife implements AccountLife {

    private static final Logger LOG = LoggerFactory.getLogger(PatientLife.class);

    private final People people;
    private final Accounts accounts;
    private final AccountSessions sessions;
    private final Grants grants;
    private final AccountEvents events;
    private final TransactionTemplate transaction;

    PatientLife(
            People people,
            Accounts accounts,
            AccountSessions sessions,
            Grants grants,
            AccountEvents events,
            TransactionTemplate transaction) {
        this.people = people;
        this.accounts = accounts;
        this.sessions = sessions;
        this.grants = grants;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Whether the account may be used: it is not closed, and the patient behind it is alive as far as the hospital knows.
     *
     * @throws DossierUnavailable when the FHIR server cannot be asked
     */
    public boolean goesOn(Account account) throws DossierUnavailable {
        if (account.closed() || account.kind() != AccountKind.PATIENT) {
            return !account.closed();
        }
        boolean deceased = people.patient(account.hospital(), account.fhirId().orElseThrow())
                .filter(Person::deceased)
                .isPresent();
        if (deceased) {
            transaction.executeWithoutResult(status -> close(account));
        }
        return !deceased;
    }

    private void close(Account account) {
        if (accounts.close(account.id())) {
            sessions.endAll(account.id());
            grants.endAllOf(account.id());
            events.record(AccountEvent.of(account, Act.CLOSED));
        }
    }

    @Override
    public void look(Account account) {
        try {
            goesOn(account);
        } catch (DossierUnavailable e) {
            LOG.warn("It is unknown now whether the patient of account {} is alive", account.id());
        }
    }
}

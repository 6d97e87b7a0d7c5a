package nl.inzage.auth.desk;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.activation.Activations;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.factor.FactorNotice;
import nl.inzage.auth.factor.Factors;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.session.AccountSessions;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.token.Grants;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the desk does to an account; each act and the record of it happen together or not at all. */
@Service
class DeskActs {

    private final Accounts accounts;
    private final Activations activations;
    private final Lockouts lockouts;
    private final Factors factors;
    private final AccountSessions sessions;
    private final Grants grants;
    private final DeskEvents events;
    private final DeskSession desk;
    private final Notices notices;
    private final FactorNotice factorNotice;
    private final TransactionTemplate transaction;

    DeskActs(
            Accounts accounts,
            Activations activations,
            Lockouts lockouts,
            Factors factors,
            AccountSessions sessions,
            Grants grants,
            DeskEvents events,
            DeskSession desk,
            Notices notices,
            FactorNotice factorNotice,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.activations = activations;
        this.lockouts = lockouts;
        this.factors = factors;
        this.sessions = sessions;
        this.grants = grants;
        this.events = events;
        this.desk = desk;
        this.notices = notices;
        this.factorNotice = factorNotice;
        this.transaction = transaction;
    }

    void unblock(IdentifiedPatient patient) {
        transaction.executeWithoutResult(status -> {
            lockouts.lift(new Username(patient.account().username()));
            events.record(Act.UNBLOCKED, patient);
        });
    }

    /** Gives the account another phone; who has the old one hears of it. */
    void resetPhone(IdentifiedPatient patient, String number) {
        Account account = patient.account();
        transaction.executeWithoutResult(status -> {
            accounts.keepPhone(account.id(), number);
            sessions.endAll(account.id());
            grants.endAllOf(account.id());
            events.record(Act.PHONE_CHANGED, patient);
        });
        tellBoth(account, "phone");
    }

    /** Leaves the account with its password or DigiD only: who came in another way is out, apps included. */
    void removeFactors(IdentifiedPatient patient) {
        Account account = patient.account();
        transaction.executeWithoutResult(status -> {
            factors.removeAll(account.id());
            sessions.endAll(account.id());
            grants.endAllOf(account.id());
            events.record(Act.FACTORS_REMOVED, patient);
        });
        factorNotice.send(account, "all.removed");
    }

    /** What came of another user name. */
    enum Renamed {
        DONE,
        TAKEN,
        BLOCKED
    }

    /** Gives the account another user name, of which phone and mailbox hear, unless it was blocked since it was shown. */
    Renamed rename(IdentifiedPatient patient, Username username) {
        Account account = patient.account();
        Username old = new Username(account.username());
        Renamed renamed = transaction.execute(status -> {
            if (!lockouts.holdForRename(old, username)) {
                return Renamed.BLOCKED;
            }
            try {
                if (!accounts.rename(account.id(), username)) {
                    return Renamed.TAKEN;
                }
            } catch (DuplicateKeyException e) {
                // Somebody took the name in this moment.
                status.setRollbackOnly();
                return Renamed.TAKEN;
            }
            lockouts.rename(old, username);
            events.record(Act.USERNAME_CHANGED, patient);
            return Renamed.DONE;
        });
        if (renamed == Renamed.DONE) {
            tellBoth(account, "username");
        }
        return renamed;
    }

    /** Tells phone and mailbox as they were. */
    private void tellBoth(Account account, String notice) {
        account.phone().map(Contact.Phone::new).ifPresent(phone -> notices.send(phone, notice, account.language()));
        account.email()
                .map(Contact.Mailbox::new)
                .ifPresent(mailbox -> notices.send(mailbox, notice, account.language()));
    }

    /** Closes what a patient who died leaves: the account, its sessions and apps, a letter on its way. */
    void close(DeskVisit visit, Optional<Account> account) {
        Login employee = desk.employee();
        transaction.executeWithoutResult(status -> {
            activations.withdraw(new HospitalId(employee.hospital()), visit.patient());
            account.ifPresent(known -> {
                accounts.close(known.id());
                sessions.endAll(known.id());
                grants.endAllOf(known.id());
            });
            events.record(Act.CLOSED, visit, account);
        });
    }
}

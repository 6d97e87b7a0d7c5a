package nl.inzage.auth.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.factor.FactorNotice;
import nl.inzage.auth.factor.Factors;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.session.AccountSessions;
import nl.inzage.auth.token.Grants;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.calendar.DutchCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator does to an account of staff; each act and the record of it happen together or not at all. */
@Service
class StaffActs {

    private final Accounts accounts;
    private final Passwords passwords;
    private final TemporaryPasswords temporary;
    private final Lockouts lockouts;
    private final Factors factors;
    private final AccountSessions sessions;
    private final Grants grants;
    private final AccountEvents events;
    private final Notices notices;
    private final FactorNotice factorNotice;
    private final StaffSession session;
    private final PolicyBook policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffActs(
            Accounts accounts,
            Passwords passwords,
            TemporaryPasswords temporary,
            Lockouts lockouts,
            Factors factors,
            AccountSessions sessions,
            Grants grants,
            AccountEvents events,
            Notices notices,
            FactorNotice factorNotice,
            StaffSession session,
            PolicyBook policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.temporary = temporary;
        this.lockouts = lockouts;
        this.factors = factors;
        this.sessions = sessions;
        this.grants = grants;
        this.events = events;
        this.notices = notices;
        this.factorNotice = factorNotice;
        this.session = session;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A temporary password and until when it is good. */
    record Issued(String password, Instant until) {}

    /** A hash that no password has: until the first login only the temporary one opens the account. */
    String nobodysPassword() {
        return passwords.hash(UUID.randomUUID().toString());
    }

    /** What came of making an account. */
    sealed interface Added {

        /** It was made. */
        record Made(Issued issued) implements Added {}

        /** The employee has this one already, perhaps under another number. */
        record HasOne(Account account) implements Added {}

        /** Somebody else has the user name. */
        record NameTaken() implements Added {}
    }

    /** Makes an account of a Practitioner and its first, temporary password. */
    Added add(Account account, String reason) {
        String fhirId = account.fhirId().orElseThrow();
        return transaction.execute(status -> {
            // By the Practitioner: two numbers can be of one employee.
            accounts.hold(account.hospital(), new PersonIdentifier("", fhirId));
            Optional<Account> there = accounts.ofStaff(account.hospital(), fhirId, account.identifier());
            if (there.isPresent()) {
                return new Added.HasOne(there.get());
            }
            if (!accounts.add(account)) {
                return new Added.NameTaken();
            }
            record(Act.STAFF_ADDED, account, reason);
            return new Added.Made(issue(account));
        });
    }

    /** Takes the password away for a temporary one, and lifts what wrong passwords led to. */
    Issued resetPassword(Account account, String reason) {
        String hash = nobodysPassword();
        Issued issued = transaction.execute(status -> {
            accounts.keepPassword(account.id(), hash);
            lockouts.lift(new Username(account.username()));
            endAll(account);
            record(Act.LETTER_ISSUED, account, reason);
            return issue(account);
        });
        tell(account, "staff.password");
        return issued;
    }

    /** Leaves the account with its password and an SMS, to another phone when one is given. */
    void resetFactors(Account account, Optional<String> phone, String reason) {
        transaction.executeWithoutResult(status -> {
            factors.removeAll(account.id());
            phone.ifPresent(number -> {
                accounts.keepPhone(account.id(), number);
                record(Act.PHONE_CHANGED, account, reason);
            });
            endAll(account);
            record(Act.FACTORS_REMOVED, account, reason);
        });
        factorNotice.send(account, "all.removed");
        phone.flatMap(number -> account.phone())
                .map(Contact.Phone::new)
                .ifPresent(old -> notices.send(old, "phone", account.language()));
    }

    /** Closes an account for good: its sessions and apps end with it. */
    void close(Account account, String reason) {
        transaction.executeWithoutResult(status -> {
            accounts.close(account.id());
            temporary.end(account.id());
            endAll(account);
            record(Act.CLOSED, account, reason);
        });
        tell(account, "staff.closed");
    }

    private void tell(Account account, String notice) {
        account.phone().map(Contact.Phone::new).ifPresent(phone -> notices.send(phone, notice, account.language()));
        account.email()
                .map(Contact.Mailbox::new)
                .ifPresent(mailbox -> notices.send(mailbox, notice, account.language()));
    }

    private void endAll(Account account) {
        sessions.endAll(account.id());
        grants.endAllOf(account.id());
    }

    private Issued issue(Account account) {
        Instant until = DutchCalendar.later(
                clock.instant(),
                policies.require(account.hospital()).account().activation().valid());
        return new Issued(temporary.makeAtDesk(account.id(), until), until);
    }

    private void record(Act act, Account account, String reason) {
        events.record(new AccountEvent(
                account.hospital(),
                act,
                Optional.of(account.id()),
                Optional.empty(),
                Optional.of(session.by()),
                Optional.empty(),
                Optional.of(reason),
                Optional.empty()));
    }
}

package nl.inzage.auth.recovery;

import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.session.AccountSessions;
import nl.inzage.auth.token.Grants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a new password in place: once for each right, and then every session and every app has to log in again. */
@Service
class PasswordChange {

    private final PasswordRights rights;
    private final Accounts accounts;
    private final Passwords passwords;
    private final TemporaryPasswords temporary;
    private final Lockouts lockouts;
    private final AccountSessions sessions;
    private final Grants grants;
    private final AccountEvents events;
    private final Notices notices;
    private final TransactionTemplate transaction;

    PasswordChange(
            PasswordRights rights,
            Accounts accounts,
            Passwords passwords,
            TemporaryPasswords temporary,
            Lockouts lockouts,
            AccountSessions sessions,
            Grants grants,
            AccountEvents events,
            Notices notices,
            TransactionTemplate transaction) {
        this.rights = rights;
        this.accounts = accounts;
        this.passwords = passwords;
        this.temporary = temporary;
        this.lockouts = lockouts;
        this.sessions = sessions;
        this.grants = grants;
        this.events = events;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** Uses the right for this password and says whether it was still there. */
    boolean redeem(UUID right, String password) {
        String hash = passwords.hash(password);
        Optional<Account> changed = transaction.execute(status -> rights.redeem(right)
                .flatMap(accounts::byId)
                .filter(account -> !account.closed())
                .map(account -> change(account, hash)));
        changed.ifPresent(this::tell);
        return changed.isPresent();
    }

    private Account change(Account account, String hash) {
        accounts.keepPassword(account.id(), hash);
        temporary.end(account.id());
        Username username = new Username(account.username());
        if (!lockouts.isBlocked(username)) {
            lockouts.lift(username);
        }
        sessions.endAll(account.id());
        grants.endAllOf(account.id());
        events.record(AccountEvent.of(account, Act.PASSWORD_CHANGED));
        return account;
    }

    private void tell(Account account) {
        account.email()
                .<Contact>map(Contact.Mailbox::new)
                .or(() -> account.phone().map(Contact.Phone::new))
                .ifPresent(contact -> notices.send(contact, "password", account.language()));
    }
}

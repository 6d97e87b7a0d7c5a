package nl.inzage.auth.own;

import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.factor.OtherLogins;
import nl.inzage.auth.session.AccountSessions;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.token.Grants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody who is logged in changes about the own account. The old phone or mailbox hears of it. */
@Service
class OwnAccount {

    private final Accounts accounts;
    private final Passwords passwords;
    private final TemporaryPasswords temporary;
    private final SecurityQuestions questions;
    private final OtherLogins others;
    private final AccountSessions sessions;
    private final Grants grants;
    private final AccountEvents events;
    private final Notices notices;
    private final TransactionTemplate transaction;

    OwnAccount(
            Accounts accounts,
            Passwords passwords,
            TemporaryPasswords temporary,
            SecurityQuestions questions,
            OtherLogins others,
            AccountSessions sessions,
            Grants grants,
            AccountEvents events,
            Notices notices,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.temporary = temporary;
        this.questions = questions;
        this.others = others;
        this.sessions = sessions;
        this.grants = grants;
        this.events = events;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** A new password ends all other sessions, and every app. */
    void changePassword(Account account, String password, String thisSession) {
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            accounts.keepPassword(account.id(), hash);
            temporary.end(account.id());
            sessions.endOthers(account.id(), thisSession);
            grants.endAllOf(account.id());
            events.record(AccountEvent.of(account, Act.PASSWORD_CHANGED));
        });
        tell(account, "password");
    }

    void changeQuestion(Account account, String question, String answer) {
        String hash = passwords.hash(answer);
        transaction.executeWithoutResult(status -> {
            questions.keep(account.id(), question, hash);
            events.record(AccountEvent.of(account, Act.QUESTION_CHANGED));
        });
        tell(account, "question");
    }

    /** Puts a phone or mailbox in place from which a code came back; a new phone ends all other logins. */
    void changeContact(Account account, Contact contact, Login login, String thisSession) {
        boolean phone = contact instanceof Contact.Phone;
        transaction.executeWithoutResult(status -> {
            if (contact instanceof Contact.Phone number) {
                accounts.keepPhone(account.id(), number.number());
                others.end(login, thisSession);
            } else if (contact instanceof Contact.Mailbox mailbox) {
                accounts.keepEmail(account.id(), mailbox.address());
                // One may lie in the old mailbox.
                temporary.end(account.id());
            }
            events.record(AccountEvent.of(account, phone ? Act.PHONE_CHANGED : Act.EMAIL_CHANGED));
        });
        tell(account, phone ? "phone" : "email");
    }

    /** Takes the phone away: no code can be sent there any more, and all other logins end. */
    void removePhone(Account account, Login login, String thisSession) {
        transaction.executeWithoutResult(status -> {
            accounts.forgetPhone(account.id());
            others.end(login, thisSession);
            events.record(AccountEvent.of(account, Act.PHONE_REMOVED));
        });
        tell(account, "phone");
    }

    void endOthers(Account account, Login login, String thisSession) {
        transaction.executeWithoutResult(status -> {
            sessions.endOthers(account.id(), thisSession);
            grants.endOthersOf(account.id(), login.loginId());
            events.record(AccountEvent.of(account, Act.SESSION_ENDED));
        });
    }

    /** Ends one login of the account, and what it started, also when its session on this server is gone already. */
    void endOne(Account account, UUID loginId) {
        transaction.executeWithoutResult(status -> {
            boolean session = sessions.end(account.id(), loginId);
            boolean started = grants.endOnlineGrantsOf(account.id(), loginId);
            if (session || started) {
                events.record(AccountEvent.of(account, Act.SESSION_ENDED));
            }
        });
    }

    /** Tells the phone and the mailbox that the account had before. */
    private void tell(Account before, String notice) {
        before.phone().map(Contact.Phone::new).ifPresent(contact -> notices.send(contact, notice, before.language()));
        before.email().map(Contact.Mailbox::new).ifPresent(contact -> notices.send(contact, notice, before.language()));
    }
}

package nl.inzage.auth.access;

import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.token.StandingGrants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of an app's access, by the person who gave it. */
@Service
class AppAccess {

    private final StandingGrants grants;
    private final AccountEvents events;
    private final Notices notices;
    private final TransactionTemplate transaction;

    AppAccess(StandingGrants grants, AccountEvents events, Notices notices, TransactionTemplate transaction) {
        this.grants = grants;
        this.events = events;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** Ends a grant of this account with all its tokens, and tells the person; one that had ended ends nothing. */
    void withdraw(Account account, UUID grant) {
        transaction.executeWithoutResult(
                status -> grants.end(account.id(), grant.toString()).ifPresent(ended -> {
                    AccountEvent event = AccountEvent.of(account, Act.APP_ACCESS_WITHDRAWN);
                    events.record(ended.patient().map(event::about).orElse(event), ended.clientId());
                    tell(account);
                }));
    }

    /** Without the name of the app, from which somebody's illness might be guessed. */
    private void tell(Account account) {
        account.phone()
                .map(Contact.Phone::new)
                .ifPresent(phone -> notices.send(phone, "app.withdrawn", account.language()));
        account.email()
                .map(Contact.Mailbox::new)
                .ifPresent(mailbox -> notices.send(mailbox, "app.withdrawn", account.language()));
    }
}

package nl.inzage.auth.factor;

import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import org.springframework.stereotype.Component;

/** Tells a person's phone and mailbox that something changed in how the account is entered, so that none does so unseen. */
@Component
public class FactorNotice {

    private final Notices notices;

    FactorNotice(Notices notices) {
        this.notices = notices;
    }

    /** Sends the text {@code notice.factor.<what>}; that it cannot be sent undoes nothing. */
    public void send(Account account, String what) {
        String notice = "factor." + what;
        account.phone().map(Contact.Phone::new).ifPresent(phone -> notices.send(phone, notice, account.language()));
        account.email()
                .map(Contact.Mailbox::new)
                .ifPresent(mailbox -> notices.send(mailbox, notice, account.language()));
    }
}

package nl.inzage.auth.login;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.event.AccountEvent;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.session.LoginMeans;
import nl.inzage.policy.calendar.DutchCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins a login: writes it down, forgets earlier failures and tells the person, all or nothing. */
@Component
class LoginRecord {

    private final Lockouts lockouts;
    private final AccountEvents events;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoginRecord(
            Lockouts lockouts, AccountEvents events, Notices notices, TransactionTemplate transaction, Clock clock) {
        this.lockouts = lockouts;
        this.events = events;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The login of somebody who passed all that was asked. */
    Login begin(Account account, LoginMeans means) {
        Login login = new Login(
                account.id(), account.kind(), account.hospital().value(), UUID.randomUUID(), clock.instant(), means);
        transaction.executeWithoutResult(status -> {
            lockouts.forget(new Username(account.username()));
            events.record(AccountEvent.of(account, Act.LOGGED_IN));
            tell(account, login);
        });
        return login;
    }

    /** By e-mail, or to the phone of who has none: when it was somebody else, this is how the person finds out. */
    private void tell(Account account, Login login) {
        String moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(account.language())
                .format(login.at().atZone(DutchCalendar.ZONE));
        Optional<Contact> phone = account.phone().map(Contact.Phone::new);
        account.email()
                .<Contact>map(Contact.Mailbox::new)
                .or(() -> phone)
                .ifPresent(contact -> notices.sendSoon(contact, "login", account.language(), moment));
    }
}

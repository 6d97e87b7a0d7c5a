package nl.inzage.auth.desk;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.activation.Invitation;
import nl.inzage.auth.contact.MessageGateway;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.calendar.DutchCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;

/** The account that the hospital makes itself, and mails the user name and a temporary password of (F1). */
@Component
class MailedCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(MailedCredentials.class);

    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts;
    private final Passwords passwords;
    private final TemporaryPasswords temporary;
    private final DeskEvents events;
    private final PatientPage page;
    private final MessageGateway gateway;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailedCredentials(
            Accounts accounts,
            Passwords passwords,
            TemporaryPasswords temporary,
            DeskEvents events,
            PatientPage page,
            MessageGateway gateway,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.temporary = temporary;
        this.events = events;
        this.page = page;
        this.gateway = gateway;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the account and mails its credentials; when the mail does not go, there is no account either. */
    String send(IdentifiedPatient patient, Invitation invitation, Model model) {
        String nobodysPassword = passwords.hash(UUID.randomUUID().toString());
        String notice = transaction.execute(status -> make(patient, invitation, nobodysPassword, status));
        model.addAttribute("notice", notice);
        return page.show(page.view(invitation.patient()).orElse(patient.view()), new FormErrors(), model);
    }

    /** Of forms that come at once, one makes the account: the others wait here and then find it. */
    private String make(IdentifiedPatient patient, Invitation invitation, String hash, TransactionStatus status) {
        accounts.hold(invitation.hospital(), invitation.identifier());
        if (accounts.ofPatient(invitation.hospital(), invitation.patient(), invitation.identifier())
                .isPresent()) {
            return "desk.notice.exists";
        }
        Account account = add(invitation, hash);
        events.record(Act.CREDENTIALS_MAILED, patient, Optional.of(account));
        String password = temporary.makeAtDesk(
                account.id(),
                DutchCalendar.later(
                        clock.instant(), patient.view().rules().activation().valid()));
        try {
            gateway.sendMail(
                    invitation.email().orElseThrow(),
                    text("mail.credentials.subject", account.language()),
                    text("mail.credentials.text", account.language(), account.username(), password));
            return "desk.notice.credentials";
        } catch (MessageNotSent e) {
            LOG.error("Credentials could not be mailed", e);
            status.setRollbackOnly();
            return "desk.notice.mailfailed";
        }
    }

    private Account add(Invitation from, String hash) {
        while (true) {
            Account account = new Account(
                    UUID.randomUUID(),
                    String.format(Locale.ROOT, "p%08d", random.nextInt(100_000_000)),
                    hash,
                    Optional.of(from.phone()),
                    from.email(),
                    Optional.of(from.birthDate()),
                    AccountKind.PATIENT,
                    from.hospital(),
                    from.identifier(),
                    from.language(),
                    false,
                    Optional.of(from.patient()));
            if (accounts.add(account)) {
                return account;
            }
        }
    }

    private String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}

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
import nl.inzage.auth.activation.Invitation;
import nl.inzage.auth.contact.Errands;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.login.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;

/** The account that the hospital makes itself, and mails the user name and a temporary password of (F1). */
@Component
class MailedCredentials {

    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts;
    private final Passwords passwords;
    private final CredentialsMail mail;
    private final DeskEvents events;
    private final PatientPage page;
    private final Errands errands;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailedCredentials(
            Accounts accounts,
            Passwords passwords,
            CredentialsMail mail,
            DeskEvents events,
            PatientPage page,
            Errands errands,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.mail = mail;
        this.events = events;
        this.page = page;
        this.errands = errands;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the account; its mail goes on the day that the hospital says. */
    String make(IdentifiedPatient patient, Invitation invitation, Model model) {
        String nobodysPassword = passwords.hash(UUID.randomUUID().toString());
        String notice = transaction.execute(status -> make(patient, invitation, nobodysPassword));
        errands.runInAnyCase(mail::sendDue);
        model.addAttribute("notice", notice);
        return page.show(page.view(invitation.patient()).orElse(patient.view()), new FormErrors(), model);
    }

    /** Of forms that come at once, one makes the account: the others wait here and then find it. */
    private String make(IdentifiedPatient patient, Invitation invitation, String hash) {
        accounts.hold(invitation.hospital(), invitation.identifier());
        if (accounts.ofPatient(invitation.hospital(), invitation.patient(), invitation.identifier())
                .isPresent()) {
            return "desk.notice.exists";
        }
        Account account = add(invitation, hash);
        events.record(Act.ACCOUNT_MADE, patient, Optional.of(account));
        WorkingDays wait =
                patient.view().rules().enrolment().credentialsByMail().orElseThrow();
        mail.plan(account.id(), wait.from(clock.instant()));
        return "desk.notice.made";
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
}

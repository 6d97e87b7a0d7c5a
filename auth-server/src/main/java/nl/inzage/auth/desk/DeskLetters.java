package nl.inzage.auth.desk;

import java.time.Clock;
import java.time.Instant;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.activation.Activations;
import nl.inzage.auth.activation.Invitation;
import nl.inzage.auth.activation.IssuedCode;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.page.LetterPage;
import nl.inzage.policy.calendar.DutchCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;

/** The letters that the desk prints. */
@Component
class DeskLetters {

    private final Activations activations;
    private final TemporaryPasswords temporary;
    private final CredentialsMail mail;
    private final Lockouts lockouts;
    private final DeskEvents events;
    private final TransactionTemplate transaction;
    private final LetterPage page;
    private final Clock clock;

    DeskLetters(
            Activations activations,
            TemporaryPasswords temporary,
            CredentialsMail mail,
            Lockouts lockouts,
            DeskEvents events,
            TransactionTemplate transaction,
            LetterPage page,
            Clock clock) {
        this.activations = activations;
        this.temporary = temporary;
        this.mail = mail;
        this.lockouts = lockouts;
        this.events = events;
        this.transaction = transaction;
        this.page = page;
        this.clock = clock;
    }

    /** The letter with an activation code; an earlier one is void. */
    String activation(IdentifiedPatient patient, Invitation invitation, Model model) {
        IssuedCode code = activations.issue(
                invitation,
                issued -> events.record(issued.replaced() ? Act.LETTER_REPLACED : Act.LETTER_ISSUED, patient));
        model.addAttribute("replaced", code.replaced());
        return page.activation(patient.view().person().name(), code.printed(), code.expires(), model);
    }

    /**
     * The letter with a temporary password, for somebody who has an account and cannot get in. A password that was blocked
     * is judged again: otherwise the one on the letter would open nothing (F15).
     */
    String temporaryPassword(IdentifiedPatient patient, Model model) {
        Account account = patient.account();
        Instant until = DutchCalendar.later(
                clock.instant(), patient.view().rules().activation().valid());
        String password = transaction.execute(status -> {
            events.record(Act.LETTER_ISSUED, patient);
            mail.cancel(account.id());
            lockouts.liftPassword(new Username(account.username()));
            return temporary.makeAtDesk(account.id(), until);
        });
        return page.password(patient.view().person().name(), account.username(), password, until, model);
    }
}

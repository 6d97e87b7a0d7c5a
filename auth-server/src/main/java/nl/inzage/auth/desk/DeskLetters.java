package nl.inzage.auth.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.TemporaryPasswords;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.activation.Activations;
import nl.inzage.auth.activation.Invitation;
import nl.inzage.auth.activation.IssuedCode;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.policy.calendar.DutchCalendar;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;

/** The letters that the desk prints. What is secret on them is shown once, in the answer itself, and kept nowhere. */
@Component
class DeskLetters {

    private final Activations activations;
    private final TemporaryPasswords temporary;
    private final Lockouts lockouts;
    private final DeskEvents events;
    private final TransactionTemplate transaction;
    private final AuthSettings settings;
    private final Clock clock;

    DeskLetters(
            Activations activations,
            TemporaryPasswords temporary,
            Lockouts lockouts,
            DeskEvents events,
            TransactionTemplate transaction,
            AuthSettings settings,
            Clock clock) {
        this.activations = activations;
        this.temporary = temporary;
        this.lockouts = lockouts;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** The letter with an activation code; an earlier one is void. */
    String activation(IdentifiedPatient patient, Invitation invitation, Model model) {
        IssuedCode code = activations.issue(
                invitation,
                issued -> events.record(issued.replaced() ? Act.LETTER_REPLACED : Act.LETTER_ISSUED, patient));
        model.addAttribute("replaced", code.replaced());
        return page(patient.view(), "activation", code.printed(), code.expires(), model);
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
            lockouts.liftPassword(new Username(account.username()));
            return temporary.makeAtDesk(account.id(), until);
        });
        model.addAttribute("username", account.username());
        return page(patient.view(), "password", password, until, model);
    }

    private String page(PatientView view, String kind, String secret, Instant until, Model model) {
        ZonedDateTime end = until.atZone(DutchCalendar.ZONE);
        // The letter is in the language of the page, which the employee can change.
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("kind", kind);
        model.addAttribute("view", view);
        model.addAttribute("secret", secret);
        model.addAttribute(
                "day", DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(end));
        model.addAttribute("time", DateTimeFormatter.ofPattern("HH.mm", locale).format(end));
        model.addAttribute("address", settings.issuer() + (kind.equals("activation") ? "/activeren" : "/inloggen"));
        return "balie-brief";
    }
}

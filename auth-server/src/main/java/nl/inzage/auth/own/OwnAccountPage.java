package nl.inzage.auth.own;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.session.Login;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.login.RecoveryRules.PasswordRecovery;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page "Mijn account" shows. */
@Component
class OwnAccountPage {

    private static final int MOST = 20;
    private static final int LOGINS = 10;
    /** Logins have a list of their own; who only looked changed nothing, and would push a change off the list. */
    private static final Set<Act> NOT_HERE = Set.of(Act.LOGGED_IN, Act.PATIENT_OPENED, Act.OWN_PATIENT_REFUSED);

    private final OwnSession own;
    private final RulesInForce rules;
    private final AccountEvents events;
    private final OpenLogins logins;

    OwnAccountPage(OwnSession own, RulesInForce rules, AccountEvents events, OpenLogins logins) {
        this.own = own;
        this.rules = rules;
        this.events = events;
        this.logins = logins;
    }

    /** Something that happened: the last part of a message key, and when, in words. */
    record Happened(String what, String when) {}

    /** A login that goes on: the last part of the key that says how it began, when that was and when it was used last, in words. */
    record Place(UUID login, String means, String began, String used, boolean here) {}

    String show(FormErrors errors, Model model) {
        Account account = own.account();
        boolean asks = account.hasPassword()
                && account.kind() == AccountKind.PATIENT
                && rules.of(account).recovery().password() == PasswordRecovery.SECURITY_QUESTION;
        List<Happened> happened = events.of(account.id(), NOT_HERE, MOST).stream()
                .map(past -> new Happened(past.act().name().toLowerCase(Locale.ROOT), words(past.at())))
                .toList();
        model.addAttribute("username", account.username());
        model.addAttribute("hasPassword", account.hasPassword());
        model.addAttribute(
                "mayRemovePhone",
                account.kind() == AccountKind.PATIENT && account.phone().isPresent());
        model.addAttribute(
                "phoneEnd",
                account.phone().map(Contact.Phone::new).map(Contact::shown).orElse(""));
        model.addAttribute("email", account.email().orElse(""));
        model.addAttribute("fresh", own.isFresh());
        model.addAttribute("asksQuestion", asks);
        model.addAttribute("questions", SecurityQuestions.ALL);
        model.addAttribute("happened", happened);
        model.addAttribute(
                "logins",
                events.lastOf(account.id(), Act.LOGGED_IN, LOGINS).stream()
                        .map(OwnAccountPage::words)
                        .toList());
        model.addAttribute(
                "sessions", logins.of(account.id()).stream().map(this::place).toList());
        errors.show(model);
        return "account";
    }

    private Place place(OpenLogins.Open open) {
        Login login = open.login();
        return new Place(
                login.loginId(),
                login.means().name().toLowerCase(Locale.ROOT),
                words(login.at()),
                words(open.lastUsed()),
                login.loginId().equals(own.login().loginId()));
    }

    private static String words(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm", LocaleContextHolder.getLocale())
                .format(moment.atZone(DutchCalendar.ZONE));
    }
}

package nl.inzage.auth.consent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.dossier.Dossiers;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.person.DossierNames;
import nl.inzage.auth.registration.AppMakers;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.LaunchContext;
import nl.inzage.policy.smart.Access;
import nl.inzage.policy.smart.ObservationPart;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the consent page shows: the app, whose dossier, and what can be left out. */
@Component
class ConsentPage {

    private final Accounts accounts;
    private final Dossiers dossiers;
    private final DossierNames names;
    private final ScopeWords words;
    private final AppMakers makers;

    ConsentPage(Accounts accounts, Dossiers dossiers, DossierNames names, ScopeWords words, AppMakers makers) {
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.names = names;
        this.words = words;
        this.makers = makers;
    }

    /** A box to tick: what is posted, and what it says. */
    record Box(String key, String label, boolean ticked) {}

    /** A dossier to choose. */
    record Choice(String patient, String name) {}

    String show(
            WaitingConsent waiting,
            String state,
            LoggedIn person,
            ConsentForm form,
            FormErrors errors,
            Locale locale,
            Model model) {
        model.addAttribute("app", waiting.client().getClientName());
        model.addAttribute(
                "maker",
                makers.of(waiting.client().getClientId(), account(person)).orElse(null));
        model.addAttribute("state", state);
        model.addAttribute(
                "patient", waiting.context().map(LaunchContext::patient).orElse(""));
        model.addAttribute("dossier", dossier(waiting, person, locale));
        model.addAttribute("reads", boxes(waiting, Access.READ, form, locale));
        model.addAttribute("writes", boxes(waiting, Access.WRITE, form, locale));
        model.addAttribute("others", words.besideData(waiting.asked(), locale));
        model.addAttribute(
                "parts",
                waiting.offer().asksAllObservations()
                        ? Stream.of(ObservationPart.values()).map(Enum::name).toList()
                        : List.of());
        model.addAttribute("part", form.results().orElse(ObservationPart.ALL).name());
        model.addAttribute("terms", waiting.asksToLast() ? Term.names() : List.of());
        model.addAttribute("term", form.term().map(Enum::name).orElse(""));
        errors.show(model);
        return "toestemming";
    }

    private List<Box> boxes(WaitingConsent waiting, Access access, ConsentForm form, Locale locale) {
        return waiting.offer().kinds(access).stream()
                .map(kind ->
                        new Box(kind.key(), words.of(kind, locale), form.kept().contains(kind.key())))
                .toList();
    }

    /** Whose dossier, in words; empty when the app asks for none. */
    private String dossier(WaitingConsent waiting, LoggedIn person, Locale locale) {
        if (waiting.context().isEmpty()) {
            return "";
        }
        Account account = account(person);
        return waiting.context()
                .flatMap(context -> dossiers.of(account, context.patient()))
                .map(dossier -> names.of(account, dossier, locale)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /** Asks whose dossier it is about; nothing is chosen beforehand. */
    String choose(
            WaitingConsent waiting, String state, LoggedIn person, FormErrors errors, Locale locale, Model model) {
        Account account = account(person);
        model.addAttribute("app", waiting.client().getClientName());
        model.addAttribute("state", state);
        model.addAttribute(
                "choices",
                dossiers.of(account).stream()
                        .map(dossier -> new Choice(
                                dossier.patient(),
                                names.of(account, dossier, locale)
                                        .orElseThrow(
                                                () -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE))))
                        .toList());
        errors.show(model);
        return "wie";
    }

    private Account account(LoggedIn person) {
        return accounts.byId(person.getPrincipal().account()).orElseThrow();
    }
}

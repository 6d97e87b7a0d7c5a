package nl.inzage.auth.access;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.consent.ScopeWords;
import nl.inzage.auth.dossier.Dossier;
import nl.inzage.auth.dossier.Dossiers;
import nl.inzage.auth.launch.LaunchableApps;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.person.DossierNames;
import nl.inzage.auth.token.StandingGrants;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page "Mijn apps" shows: the apps that can be opened, and those that get data. */
@Component
class AppsPage {

    private final StandingGrants grants;
    private final LaunchableApps launchable;
    private final Dossiers dossiers;
    private final DossierNames names;
    private final ScopeWords words;
    private final MessageSource messages;

    AppsPage(
            StandingGrants grants,
            LaunchableApps launchable,
            Dossiers dossiers,
            DossierNames names,
            ScopeWords words,
            MessageSource messages) {
        this.grants = grants;
        this.launchable = launchable;
        this.dossiers = dossiers;
        this.names = names;
        this.words = words;
        this.messages = messages;
    }

    /** An app that gets data, in words; without a dossier it only knows who somebody is. */
    record Allowed(
            String grant,
            String app,
            List<String> may,
            String dossier,
            boolean offline,
            String since,
            String until,
            String used) {}

    /** A dossier on which an app can be opened. */
    record Choice(String patient, String name) {}

    String show(Account account, FormErrors errors, Locale locale, Model model) {
        List<Dossier> open = dossiers.of(account);
        model.addAttribute("launchable", open.isEmpty() ? List.of() : launchable.all());
        model.addAttribute(
                "choices",
                open.size() < 2
                        ? List.of()
                        : open.stream()
                                .flatMap(
                                        dossier -> names
                                                .of(account, dossier, locale)
                                                .map(name -> new Choice(dossier.patient(), name))
                                                .stream())
                                .toList());
        model.addAttribute(
                "allowed",
                grants.of(account.id()).stream()
                        .map(grant -> allowed(account, grant, locale))
                        .toList());
        errors.show(model);
        return "apps";
    }

    private Allowed allowed(Account account, StandingGrants.Standing grant, Locale locale) {
        ScopeSet scopes = ScopeSet.of(grant.scopes());
        return new Allowed(
                grant.id(),
                grant.app(),
                words.of(scopes, locale),
                grant.patient()
                        .map(patient -> dossier(account, patient, locale))
                        .orElse(""),
                scopes.contains("offline_access"),
                in(locale, "d MMMM yyyy", grant.since()),
                in(locale, "d MMMM yyyy", grant.until()),
                in(locale, "d MMMM yyyy, HH.mm", grant.lastUsed()));
    }

    private String dossier(Account account, String patient, Locale locale) {
        return dossiers.of(account, patient)
                .flatMap(dossier -> names.of(account, dossier, locale))
                .orElseGet(() -> messages.getMessage("dossier.unknown", null, locale));
    }

    private static String in(Locale locale, String form, Instant moment) {
        return DateTimeFormatter.ofPattern(form, locale).format(moment.atZone(DutchCalendar.ZONE));
    }
}

package nl.inzage.auth.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.policy.calendar.DutchCalendar;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A letter to print. What is secret on it is shown once, in the answer itself, and kept nowhere. */
@Component
public class LetterPage {

    private final AuthSettings settings;

    LetterPage(AuthSettings settings) {
        this.settings = settings;
    }

    /** The letter with an activation code. */
    public String activation(String name, String code, Instant until, Model model) {
        return show("activation", name, code, until, model);
    }

    /** The letter with a temporary password and the user name that it belongs to. */
    public String password(String name, String username, String password, Instant until, Model model) {
        model.addAttribute("username", username);
        return show("password", name, password, until, model);
    }

    private String show(String kind, String name, String secret, Instant until, Model model) {
        ZonedDateTime end = until.atZone(DutchCalendar.ZONE);
        // The letter is in the language of the page, which the employee can change.
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("kind", kind);
        model.addAttribute("name", name);
        model.addAttribute("secret", secret);
        model.addAttribute(
                "day", DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(end));
        model.addAttribute("time", DateTimeFormatter.ofPattern("HH.mm", locale).format(end));
        model.addAttribute("address", settings.issuer() + (kind.equals("activation") ? "/activeren" : "/inloggen"));
        return "brief";
    }
}

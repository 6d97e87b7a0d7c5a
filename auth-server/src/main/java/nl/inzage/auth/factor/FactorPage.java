package nl.inzage.auth.factor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page "Inloggen beveiligen", as its forms need it. */
@Component
public class FactorPage {

    /** How old a login may be for a change of how somebody logs in. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** Where a change goes that came with an older login. */
    public static final String LOG_IN_AGAIN = "redirect:/beveiliging?melding=opnieuw";

    private final List<FactorPart> parts;
    private final Accounts accounts;
    private final Clock clock;

    FactorPage(List<FactorPart> parts, Accounts accounts, Clock clock) {
        this.parts = parts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether this person proved just now who it is: only then may something change. */
    public boolean isFresh(LoggedIn person) {
        return !person.getPrincipal().at().plus(FRESH).isBefore(clock.instant());
    }

    public Account account(LoggedIn person) {
        return accounts.byId(person.getPrincipal().account()).orElseThrow();
    }

    /** The view with all parts. */
    public String view(LoggedIn person, Model model) {
        Account account = account(person);
        model.addAttribute("fresh", isFresh(person));
        parts.forEach(part -> part.show(account, model));
        return "beveiliging";
    }
}

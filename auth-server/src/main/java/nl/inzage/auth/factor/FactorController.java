package nl.inzage.auth.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import nl.inzage.auth.session.Leaving;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page "Inloggen beveiligen": with what, beside the password, a person logs in. */
@Controller
class FactorController {

    private static final Set<String> NOTICES =
            Set.of("opnieuw", "app-weg", "sleutel-erbij", "sleutel-niet", "sleutel-naam", "sleutel-weg");

    private final FactorPage page;

    FactorController(FactorPage page) {
        this.page = page;
    }

    @GetMapping("/beveiliging")
    String show(@RequestParam(required = false) String melding, LoggedIn person, Model model) {
        if (NOTICES.contains(String.valueOf(melding))) {
            model.addAttribute("notice", melding);
        }
        return page.view(person, model);
    }

    /** Ends this login and leads to the next, back to this page: step-up (OWASP ASVS 7.5.1). */
    @PostMapping("/beveiliging/opnieuw-inloggen")
    String logInAgain(LoggedIn person, HttpServletRequest request, HttpServletResponse response) {
        new Leaving().logout(request, response, person);
        return "redirect:/beveiliging";
    }
}

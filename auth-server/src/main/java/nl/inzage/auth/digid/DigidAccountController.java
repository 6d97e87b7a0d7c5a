package nl.inzage.auth.digid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.login.Entrance;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page "Account maken": a patient who came with DigiD accepts the terms, and has an account (F7). */
@Controller
class DigidAccountController {

    private static final String START_AGAIN = "redirect:/inloggen?melding=verlopen";

    private final DigidEnrolments enrolments;
    private final DigidAccounts accounts;
    private final Entrance entrance;

    DigidAccountController(DigidEnrolments enrolments, DigidAccounts accounts, Entrance entrance) {
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @GetMapping("/inloggen/digid/account")
    String form(HttpServletRequest request, Model model) {
        return enrolments
                .of(request)
                .map(enrolment -> page(enrolment, false, model))
                .orElse(START_AGAIN);
    }

    @PostMapping("/inloggen/digid/account")
    String make(
            @RequestParam(defaultValue = "") String akkoord,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale language) {
        if (!akkoord.equals("ja")) {
            return enrolments
                    .of(request)
                    .map(enrolment -> page(enrolment, true, model))
                    .orElse(START_AGAIN);
        }
        Optional<DigidEnrolment> enrolment = enrolments.take(request);
        if (enrolment.isEmpty()) {
            return START_AGAIN;
        }
        Account account = accounts.make(enrolment.get(), language);
        return entrance.enter(account, DigidController.means(enrolment.get().level()), request, response, model);
    }

    private static String page(DigidEnrolment enrolment, boolean missing, Model model) {
        model.addAttribute("hospital", enrolment.hospital().value());
        model.addAttribute("missing", missing);
        return "digidaccount";
    }
}

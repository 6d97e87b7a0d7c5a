package nl.inzage.auth.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.page.CredentialFields;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.session.Leaving;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Mijn account": how one gets in, when one did, and what changes that. Changing asks for a login of the last minutes. */
@Controller
class OwnAccountController {

    private static final Set<String> NOTICES =
            Set.of("wachtwoord", "vraag", "email", "telefoon", "telefoonweg", "elders", "plek", "opnieuw");

    private final OwnSession own;
    private final OwnAccountPage page;
    private final OwnAccount account;
    private final CurrentPassword current;
    private final CredentialFields fields;

    OwnAccountController(
            OwnSession own, OwnAccountPage page, OwnAccount account, CurrentPassword current, CredentialFields fields) {
        this.own = own;
        this.page = page;
        this.account = account;
        this.current = current;
        this.fields = fields;
    }

    @GetMapping("/account")
    String show(@RequestParam(defaultValue = "") String melding, Model model) {
        if (NOTICES.contains(melding)) {
            model.addAttribute("notice", "own.notice." + melding);
        }
        return page.show(new FormErrors(), model);
    }

    /** Logs out and in again, and back to this page. */
    @PostMapping("/account/opnieuw")
    String again(HttpServletRequest request, HttpServletResponse response) {
        new Leaving()
                .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        return "redirect:/account";
    }

    @PostMapping("/account/wachtwoord")
    String password(
            @RequestParam(name = "current", defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            Model model) {
        if (!own.isFresh()) {
            return "redirect:/account?melding=opnieuw";
        }
        Account person = own.account();
        if (!person.hasPassword()) {
            return "redirect:/account";
        }
        FormErrors errors =
                current.form(typed).and(fields.password(person.hospital(), person.username(), password, again));
        if (!errors.any()) {
            // A form that has to be sent again anyhow costs no try.
            errors = current.judge(person, typed);
        }
        if (errors.any()) {
            return page.show(errors, model);
        }
        account.changePassword(person, password, request.getSession().getId());
        return "redirect:/account?melding=wachtwoord";
    }

    @PostMapping("/account/vraag")
    String question(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String answer,
            Model model) {
        if (!own.isFresh()) {
            return "redirect:/account?melding=opnieuw";
        }
        if (!own.account().hasPassword()) {
            return "redirect:/account";
        }
        String comparable = SecurityQuestions.comparable(answer);
        FormErrors errors = fields.question(question, comparable);
        if (errors.any()) {
            return page.show(errors, model);
        }
        account.changeQuestion(own.account(), question, comparable);
        return "redirect:/account?melding=vraag";
    }

    @PostMapping("/account/elders-uitloggen")
    String endOthers(HttpServletRequest request) {
        if (!own.isFresh()) {
            return "redirect:/account?melding=opnieuw";
        }
        account.endOthers(own.account(), own.login(), request.getSession().getId());
        return "redirect:/account?melding=elders";
    }

    /** One of the other sessions of this person; an id that is not of one of them ends nothing. */
    @PostMapping("/account/sessie-uitloggen")
    String endOne(@RequestParam UUID login) {
        if (!own.isFresh()) {
            return "redirect:/account?melding=opnieuw";
        }
        if (!login.equals(own.login().loginId())) {
            account.endOne(own.account(), login);
        }
        return "redirect:/account?melding=plek";
    }
}

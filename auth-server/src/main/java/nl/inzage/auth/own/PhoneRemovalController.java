package nl.inzage.auth.own;

import jakarta.servlet.http.HttpServletRequest;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.page.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Mijn account", taking the phone away. It can lock a person out, so the page says so and asks once more (F20). */
@Controller
class PhoneRemovalController {

    private final OwnSession own;
    private final OwnAccountPage page;
    private final OwnAccount account;

    PhoneRemovalController(OwnSession own, OwnAccountPage page, OwnAccount account) {
        this.own = own;
        this.page = page;
        this.account = account;
    }

    @PostMapping("/account/telefoon/verwijderen")
    String remove(@RequestParam(defaultValue = "") String sure, HttpServletRequest request, Model model) {
        if (!own.isFresh()) {
            return "redirect:/account?melding=opnieuw";
        }
        Account person = own.account();
        if (person.kind() != AccountKind.PATIENT || person.phone().isEmpty()) {
            return "redirect:/account";
        }
        if (!sure.equals("ja")) {
            return page.show(new FormErrors().add("sure", "own.phone.remove.missing"), model);
        }
        account.removePhone(person, own.login(), request.getSession().getId());
        return "redirect:/account?melding=telefoonweg";
    }
}

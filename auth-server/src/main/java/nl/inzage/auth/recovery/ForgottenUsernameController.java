package nl.inzage.auth.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedDate;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.RecoveryRules.UsernameRecovery;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Gebruikersnaam vergeten": name and birth date, as the hospital asks for them; the answer goes by e-mail (F17). */
@Controller
class ForgottenUsernameController {

    private final RecoveryMail mail;
    private final RulesInForce rules;
    private final PolicyBook policies;

    ForgottenUsernameController(RecoveryMail mail, RulesInForce rules, PolicyBook policies) {
        this.mail = mail;
        this.rules = rules;
        this.policies = policies;
    }

    /** A hospital to choose from. */
    record Choice(String id, String name) {}

    @GetMapping("/gebruikersnaam-vergeten")
    String form(Model model) {
        return page(Map.of(), new FormErrors(), model);
    }

    @PostMapping("/gebruikersnaam-vergeten")
    String submit(@RequestParam Map<String, String> typed, Model model) {
        Optional<HospitalId> hospital = rules.withPassword().stream()
                .filter(id -> id.value().equals(typed.get("hospital")))
                .findFirst();
        if (hospital.filter(id -> variant(id) == UsernameRecovery.MAIL_TO_DESK).isPresent()) {
            model.addAttribute("notice", "recovery.username.desk");
            return page(typed, new FormErrors(), model);
        }
        String initials = typed.getOrDefault("initials", "").strip();
        String surname = typed.getOrDefault("surname", "").strip();
        Optional<String> born = TypedDate.read(typed.getOrDefault("born", ""));
        FormErrors errors = new FormErrors()
                .addIf(hospital.isEmpty(), "hospital", "recovery.hospital.missing")
                .addIf(initials.isEmpty() || initials.length() > 30, "initials", "recovery.initials.missing")
                .addIf(surname.length() < 2 || surname.length() > 100, "surname", "recovery.surname.missing")
                .addIf(born.isEmpty(), "born", "activate.born.wrong");
        if (!errors.any()) {
            mail.username(hospital.orElseThrow(), initials, surname, born.orElseThrow());
            model.addAttribute("notice", "recovery.username.sent");
        }
        return page(typed, errors, model);
    }

    private String page(Map<String, String> typed, FormErrors errors, Model model) {
        List<Choice> choices = rules.withPassword().stream()
                .map(id -> new Choice(id.value(), policies.require(id).name()))
                .toList();
        model.addAttribute("hospitals", choices);
        model.addAttribute("typed", typed);
        errors.show(model);
        return "gebruikersnaam-vergeten";
    }

    private UsernameRecovery variant(HospitalId hospital) {
        return policies.require(hospital).account().recovery().username();
    }
}

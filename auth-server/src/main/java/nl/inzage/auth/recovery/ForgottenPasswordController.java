package nl.inzage.auth.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.EmailAddress;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedDate;
import nl.inzage.policy.login.LockoutOutcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wachtwoord vergeten": first the user name, then what the hospital asks. */
@Controller
class ForgottenPasswordController {

    private static final String NAME = "recoveryName";
    private static final String START = "redirect:/wachtwoord-vergeten";

    private final RecoverySteps steps;
    private final RecoveryMail mail;
    private final RecoveryCode codes;

    ForgottenPasswordController(RecoverySteps steps, RecoveryMail mail, RecoveryCode codes) {
        this.steps = steps;
        this.mail = mail;
        this.codes = codes;
    }

    @GetMapping("/wachtwoord-vergeten")
    String form(@RequestParam(defaultValue = "") String melding, Model model) {
        if (melding.equals("verlopen")) {
            model.addAttribute("notice", "login.notice.verlopen");
        }
        new FormErrors().show(model);
        return "wachtwoord-vergeten";
    }

    @PostMapping("/wachtwoord-vergeten")
    String username(@RequestParam(defaultValue = "") String username, HttpServletRequest request, Model model) {
        if (username.isBlank() || username.length() > 200 || username.indexOf('\0') >= 0) {
            new FormErrors().add("username", "login.username.missing").show(model);
            return "wachtwoord-vergeten";
        }
        Username name = new Username(username);
        request.getSession().setAttribute(NAME, name.value());
        return steps.asksQuestion(name) ? "redirect:/wachtwoord-vergeten/vraag" : "redirect:/wachtwoord-vergeten/email";
    }

    @GetMapping("/wachtwoord-vergeten/vraag")
    String question(HttpServletRequest request, Model model) {
        return asked(request)
                .map(name -> question(name, "", new FormErrors(), model))
                .orElse(START);
    }

    @PostMapping("/wachtwoord-vergeten/vraag")
    String answer(
            @RequestParam(defaultValue = "") String born,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            Model model) {
        Optional<Username> name = asked(request);
        if (name.isEmpty()) {
            return START;
        }
        Optional<String> date = TypedDate.read(born);
        FormErrors errors = new FormErrors()
                .addIf(date.isEmpty(), "born", "activate.born.wrong")
                .addIf(answer.isBlank() || answer.length() > 200, "answer", "recovery.answer.missing");
        if (errors.any()) {
            return question(name.get(), born, errors, model);
        }
        RecoverySteps.Verdict verdict = steps.answer(name.get(), date.orElseThrow(), answer);
        if (verdict instanceof RecoverySteps.Verdict.Right right) {
            return codes.send(right.recovery(), right.account(), request);
        }
        LockoutOutcome then = ((RecoverySteps.Verdict.Wrong) verdict).then();
        if (then instanceof LockoutOutcome.AccountBlocked blocked) {
            model.addAttribute(
                    "blocked", "login.blocked." + blocked.unlockedBy().name().toLowerCase(Locale.ROOT));
            return question(name.get(), "", errors, model);
        }
        return question(name.get(), born, errors.add("answer", "recovery.answer.wrong"), model);
    }

    @GetMapping("/wachtwoord-vergeten/email")
    String email(HttpServletRequest request, Model model) {
        new FormErrors().show(model);
        return name(request).isPresent() ? "wachtwoord-email" : START;
    }

    @PostMapping("/wachtwoord-vergeten/email")
    String email(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
        Optional<Username> name = name(request);
        if (name.isEmpty()) {
            return START;
        }
        boolean form = EmailAddress.read(email).isPresent();
        new FormErrors().addIf(!form, "email", "activate.email.form").show(model);
        if (form) {
            mail.temporaryPassword(name.get(), email);
            model.addAttribute("notice", "recovery.email.sent");
        }
        return "wachtwoord-email";
    }

    private String question(Username name, String born, FormErrors errors, Model model) {
        model.addAttribute("question", "question.words." + steps.question(name));
        model.addAttribute("born", born);
        errors.show(model);
        return "wachtwoord-vraag";
    }

    /** The name in this browser, when it is one that answers a question: a block by wrong answers is for these only. */
    private Optional<Username> asked(HttpServletRequest request) {
        return name(request).filter(steps::asksQuestion);
    }

    private static Optional<Username> name(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (String) session.getAttribute(NAME))
                .map(Username::new);
    }
}

package nl.inzage.auth.activation;

import jakarta.servlet.http.HttpServletRequest;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.account.SecurityQuestions;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.page.CredentialFields;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.UsernameChange;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Account maken", user name and password, and the security question where the hospital has one. */
@Controller
class CredentialsStep {

    private final EnrolmentPages pages;
    private final EnrolmentSteps steps;
    private final Enrolments enrolments;
    private final Passwords passwords;
    private final CredentialFields fields;

    CredentialsStep(
            EnrolmentPages pages,
            EnrolmentSteps steps,
            Enrolments enrolments,
            Passwords passwords,
            CredentialFields fields) {
        this.pages = pages;
        this.steps = steps;
        this.enrolments = enrolments;
        this.passwords = passwords;
        this.fields = fields;
    }

    @GetMapping("/activeren/account")
    String account(HttpServletRequest request, Model model) {
        return pages.at(Enrolment.Step.ACCOUNT, request, enrolment -> account(enrolment, "", new FormErrors(), model));
    }

    @PostMapping("/activeren/account")
    String chooseAccount(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            Model model) {
        return pages.at(Enrolment.Step.ACCOUNT, request, enrolment -> {
            String name = new Username(username).value();
            FormErrors errors = judge(enrolment.hospital(), name, password, again);
            if (errors.any()) {
                return account(enrolment, username, errors, model);
            }
            enrolments.keepCredentials(enrolment.id(), name, passwords.hash(password));
            return pages.next(request);
        });
    }

    @GetMapping("/activeren/vraag")
    String question(HttpServletRequest request, Model model) {
        return pages.at(Enrolment.Step.VRAAG, request, enrolment -> question(enrolment, "", new FormErrors(), model));
    }

    @PostMapping("/activeren/vraag")
    String chooseQuestion(
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            Model model) {
        return pages.at(Enrolment.Step.VRAAG, request, enrolment -> {
            String comparable = SecurityQuestions.comparable(answer);
            FormErrors errors = fields.question(question, comparable);
            if (errors.any()) {
                return question(enrolment, question, errors, model);
            }
            enrolments.keepQuestion(enrolment.id(), question, passwords.hash(comparable));
            return pages.next(request);
        });
    }

    private FormErrors judge(HospitalId hospital, String username, String password, String again) {
        FormErrors errors = new FormErrors();
        if (!new Username(username).fits()) {
            errors.add("username", "activate.username.form");
        } else if (!steps.isFree(username)) {
            errors.add("username", "activate.username.taken");
        }
        return errors.and(fields.password(hospital, username, password, again));
    }

    private String account(Enrolment enrolment, String username, FormErrors errors, Model model) {
        boolean stays = steps.rules(enrolment).login().usernameChange() == UsernameChange.NOBODY;
        model.addAttribute("usernameHint", stays ? "activate.username.hint" : "activate.username.hint.support");
        model.addAttribute("hospital", enrolment.hospital().value());
        model.addAttribute("username", username);
        errors.show(model);
        return "activeren-account";
    }

    private static String question(Enrolment enrolment, String chosen, FormErrors errors, Model model) {
        model.addAttribute("hospital", enrolment.hospital().value());
        model.addAttribute("questions", SecurityQuestions.ALL);
        model.addAttribute("chosen", chosen);
        errors.show(model);
        return "activeren-vraag";
    }
}

package nl.inzage.auth.activation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.Notices;
import nl.inzage.auth.login.Entrance;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.session.LoginMeans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Account maken", the terms; then the account is there and the person is logged in. */
@Controller
class TermsStep {

    private final EnrolmentPages pages;
    private final EnrolmentSteps steps;
    private final EnrolmentSession session;
    private final Enrolments enrolments;
    private final Entrance entrance;
    private final Notices notices;

    TermsStep(
            EnrolmentPages pages,
            EnrolmentSteps steps,
            EnrolmentSession session,
            Enrolments enrolments,
            Entrance entrance,
            Notices notices) {
        this.pages = pages;
        this.steps = steps;
        this.session = session;
        this.enrolments = enrolments;
        this.entrance = entrance;
        this.notices = notices;
    }

    @GetMapping("/activeren/voorwaarden")
    String form(HttpServletRequest request, Model model) {
        return pages.at(Enrolment.Step.VOORWAARDEN, request, enrolment -> page(enrolment, new FormErrors(), model));
    }

    @PostMapping("/activeren/voorwaarden")
    String submit(
            @RequestParam(defaultValue = "") String terms,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return pages.at(Enrolment.Step.VOORWAARDEN, request, enrolment -> {
            if (!terms.equals("ja")) {
                return page(enrolment, new FormErrors().add("terms", "activate.terms.missing"), model);
            }
            return switch (steps.complete(enrolment)) {
                case MADE -> enter(steps.existing(enrolment).orElseThrow(), request, response, model);
                case USERNAME_TAKEN -> {
                    enrolments.forgetUsername(enrolment.id());
                    yield "redirect:" + Enrolment.Step.ACCOUNT.address();
                }
                case CODE_GONE -> "redirect:/activeren?melding=verlopen";
            };
        });
    }

    private String enter(Account account, HttpServletRequest request, HttpServletResponse response, Model model) {
        // Whoever used the letter, the person hears of it (OWASP ASVS 6.4).
        notices.send(new Contact.Phone(account.phone().orElseThrow()), "activated", account.language());
        session.end(request);
        // The number was confirmed and the password chosen just now.
        return entrance.enter(account, LoginMeans.PASSWORD_AND_SMS, request, response, model);
    }

    private static String page(Enrolment enrolment, FormErrors errors, Model model) {
        model.addAttribute("hospital", enrolment.hospital().value());
        model.addAttribute("username", enrolment.username().orElseThrow());
        errors.show(model);
        return "activeren-voorwaarden";
    }
}

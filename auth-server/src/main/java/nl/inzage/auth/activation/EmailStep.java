package nl.inzage.auth.activation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.EmailAddress;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedCode;
import nl.inzage.policy.login.EmailRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Account maken", the e-mail address: needed or not, as the hospital says, and kept only when a code came back from it. */
@Controller
class EmailStep {

    private static final Logger LOG = LoggerFactory.getLogger(EmailStep.class);

    private final EnrolmentPages pages;
    private final EnrolmentSteps steps;
    private final Enrolments enrolments;
    private final ContactCodes codes;

    EmailStep(EnrolmentPages pages, EnrolmentSteps steps, Enrolments enrolments, ContactCodes codes) {
        this.pages = pages;
        this.steps = steps;
        this.enrolments = enrolments;
        this.codes = codes;
    }

    @GetMapping("/activeren/email")
    String form(HttpServletRequest request, Model model) {
        return pages.at(
                Enrolment.Step.EMAIL,
                request,
                enrolment -> form(enrolment, enrolment.emailAtDesk().orElse(""), new FormErrors(), model));
    }

    @PostMapping("/activeren/email")
    String submit(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
        return pages.at(Enrolment.Step.EMAIL, request, enrolment -> {
            String address = email.strip();
            if (address.isEmpty() && !isRequired(enrolment)) {
                enrolments.passEmail(enrolment.id());
                return pages.next(request);
            }
            if (EmailAddress.read(address).isEmpty()) {
                return form(enrolment, address, new FormErrors().add("email", "activate.email.form"), model);
            }
            String problem = send(enrolment, address);
            if (!problem.isEmpty()) {
                return form(enrolment, address, new FormErrors().add("email", problem), model);
            }
            enrolments.keepEmail(enrolment.id(), address);
            return pages.next(request);
        });
    }

    @GetMapping("/activeren/emailcode")
    String code(HttpServletRequest request, Model model) {
        return pages.at(Enrolment.Step.EMAILCODE, request, enrolment -> code(enrolment, new FormErrors(), model));
    }

    @PostMapping("/activeren/emailcode")
    String confirm(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        return pages.at(Enrolment.Step.EMAILCODE, request, enrolment -> {
            CodeVerdict verdict = codes.judge(codeId(enrolment), TypedCode.read(code));
            if (verdict != CodeVerdict.RIGHT) {
                String error = "activate.email.code." + verdict.name().toLowerCase(Locale.ROOT);
                return code(enrolment, new FormErrors().add("code", error), model);
            }
            enrolments.confirmEmail(enrolment.id());
            return pages.next(request);
        });
    }

    /** Back to the address, as when it was mistyped. */
    @PostMapping("/activeren/emailcode/ander")
    String another(HttpServletRequest request) {
        return pages.at(Enrolment.Step.EMAILCODE, request, enrolment -> {
            enrolments.keepEmail(enrolment.id(), null);
            return pages.next(request);
        });
    }

    private String send(Enrolment enrolment, String address) {
        try {
            codes.send(codeId(enrolment), new Contact.Mailbox(address), enrolment.language());
            return "";
        } catch (MessageNotSent e) {
            LOG.error("A code for an e-mail address could not be sent", e);
            return "activate.email.notsent";
        } catch (TooManyCodes e) {
            return "activate.email.toomany";
        }
    }

    private boolean isRequired(Enrolment enrolment) {
        return steps.rules(enrolment).login().email() == EmailRule.REQUIRED;
    }

    private String form(Enrolment enrolment, String email, FormErrors errors, Model model) {
        model.addAttribute("hospital", enrolment.hospital().value());
        model.addAttribute("email", email);
        model.addAttribute("required", isRequired(enrolment));
        errors.show(model);
        return "activeren-email";
    }

    private static String code(Enrolment enrolment, FormErrors errors, Model model) {
        model.addAttribute("hospital", enrolment.hospital().value());
        model.addAttribute("email", enrolment.email().orElseThrow());
        errors.show(model);
        return "activeren-emailcode";
    }

    /** The code by mail is another one than the code by SMS of the same enrolment. */
    private static UUID codeId(Enrolment enrolment) {
        return UUID.nameUUIDFromBytes(("email " + enrolment.id()).getBytes(StandardCharsets.UTF_8));
    }
}

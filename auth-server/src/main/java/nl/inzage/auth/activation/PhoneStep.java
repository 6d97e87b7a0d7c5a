package nl.inzage.auth.activation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Account maken", the code by SMS to the phone that the hospital registered. */
@Controller
class PhoneStep {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneStep.class);
    private static final String START_AGAIN = "redirect:/activeren?melding=verlopen";
    private static final String HERE = "redirect:/activeren/telefoon";
    private static final Map<String, String> NOTICES = Map.of(
            "nieuw", "code.notice.nieuw",
            "wacht", "activate.notice.wacht",
            "fout", "problem.no_code.text",
            "teveel", "problem.too_many_codes.text");

    private final EnrolmentSteps steps;
    private final Enrolments enrolments;
    private final EnrolmentSession session;
    private final ContactCodes codes;

    PhoneStep(EnrolmentSteps steps, Enrolments enrolments, EnrolmentSession session, ContactCodes codes) {
        this.steps = steps;
        this.enrolments = enrolments;
        this.session = session;
        this.codes = codes;
    }

    @GetMapping("/activeren/telefoon")
    String form(@RequestParam(defaultValue = "") String melding, HttpServletRequest request, Model model) {
        Optional<Enrolment> enrolment = session.of(request);
        if (enrolment.isEmpty()) {
            return START_AGAIN;
        }
        if (enrolment.get().phoneConfirmed()) {
            return "redirect:" + steps.next(enrolment.get()).address();
        }
        model.addAttribute("notice", NOTICES.get(melding));
        return page(enrolment.get(), new FormErrors(), model);
    }

    @PostMapping("/activeren/telefoon")
    String submit(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        Optional<Enrolment> enrolment = session.of(request);
        if (enrolment.isEmpty()) {
            return START_AGAIN;
        }
        CodeVerdict verdict = codes.judge(enrolment.get().id(), TypedCode.read(code));
        if (verdict == CodeVerdict.RIGHT) {
            enrolments.confirmPhone(enrolment.get().id());
            return "redirect:" + Enrolment.Step.ACCOUNT.address();
        }
        String error = "code.error." + verdict.name().toLowerCase(Locale.ROOT);
        return page(enrolment.get(), new FormErrors().add("code", error), model);
    }

    @PostMapping("/activeren/telefoon/opnieuw")
    String again(HttpServletRequest request) {
        return session.of(request).map(this::send).orElse(START_AGAIN);
    }

    /** Sends the first code and leads to the page that asks for it. */
    String sendFirst(UUID enrolment) {
        String answer = enrolments.find(enrolment).map(this::send).orElse(START_AGAIN);
        return answer.endsWith("=nieuw") ? HERE : answer;
    }

    private String send(Enrolment enrolment) {
        try {
            Contact phone = new Contact.Phone(enrolment.phone());
            boolean sent = codes.send(enrolment.id(), phone, enrolment.language());
            return HERE + (sent ? "?melding=nieuw" : "?melding=wacht");
        } catch (MessageNotSent e) {
            LOG.error("A code for an enrolment could not be sent", e);
            return HERE + "?melding=fout";
        } catch (TooManyCodes e) {
            return HERE + "?melding=teveel";
        }
    }

    private static String page(Enrolment enrolment, FormErrors errors, Model model) {
        model.addAttribute("hospital", enrolment.hospital().value());
        model.addAttribute("phoneEnd", new Contact.Phone(enrolment.phone()).shown());
        errors.show(model);
        return "activeren-telefoon";
    }
}

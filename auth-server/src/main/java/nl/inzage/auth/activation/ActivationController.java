package nl.inzage.auth.activation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of "Account maken": the code on the letter and the birth date. */
@Controller
class ActivationController {

    private final EnrolmentSteps steps;
    private final PhoneStep phone;
    private final EnrolmentSession session;

    ActivationController(EnrolmentSteps steps, PhoneStep phone, EnrolmentSession session) {
        this.steps = steps;
        this.phone = phone;
        this.session = session;
    }

    @GetMapping("/activeren")
    String form(@RequestParam(required = false) String melding, Model model) {
        if ("verlopen".equals(melding)) {
            model.addAttribute("notice", "activate.notice.verlopen");
        }
        return page("", new FormErrors(), model);
    }

    @PostMapping("/activeren")
    String submit(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String born,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<String> date = TypedDate.read(born);
        FormErrors errors = new FormErrors()
                .addIf(code.isBlank(), "code", "activate.code.missing")
                .addIf(date.isEmpty(), "born", "activate.born.wrong");
        if (errors.any()) {
            return page(born, errors, model);
        }
        Optional<UUID> enrolment;
        try {
            enrolment = steps.begin(code, date.orElseThrow());
        } catch (TooBusy e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("notice", "activate.busy");
            return page(born, errors, model);
        }
        if (enrolment.isEmpty()) {
            // One answer for wrong, unknown, used, burnt and expired: a stranger learns nothing.
            return page(born, errors.add("code", "activate.refused"), model);
        }
        session.begin(request, enrolment.get());
        return phone.sendFirst(enrolment.get());
    }

    private static String page(String born, FormErrors errors, Model model) {
        model.addAttribute("born", born);
        errors.show(model);
        return "activeren";
    }
}

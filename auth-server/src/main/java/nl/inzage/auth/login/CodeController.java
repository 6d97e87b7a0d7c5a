package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.page.TypedCode;
import nl.inzage.auth.session.LoginMeans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page "Code": the six digits that were sent by SMS. */
@Controller
class CodeController {

    private static final Logger LOG = LoggerFactory.getLogger(CodeController.class);
    private static final String START_AGAIN = "redirect:/inloggen?melding=verlopen";

    private final LoginSteps steps;
    private final LoginCodes codes;
    private final SecondStep secondStep;

    CodeController(LoginSteps steps, LoginCodes codes, SecondStep secondStep) {
        this.steps = steps;
        this.codes = codes;
        this.secondStep = secondStep;
    }

    @GetMapping("/inloggen/code")
    String form(@RequestParam(required = false) String melding, HttpServletRequest request, Model model) {
        if ("nieuw".equals(melding) || "wacht".equals(melding)) {
            model.addAttribute("notice", melding);
        }
        return pending(request).map(login -> page(login, model)).orElse(START_AGAIN);
    }

    @PostMapping("/inloggen/code")
    String submit(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PendingLogin> pending = pending(request);
        if (pending.isEmpty()) {
            return START_AGAIN;
        }
        String digits = TypedCode.read(code);
        if (!digits.matches("[0-9]{6}")) {
            return wrong(digits.isEmpty() ? "missing" : "form", pending.get(), model);
        }
        PendingLogin login = pending.get();
        return secondStep.answer(
                login,
                steps.code(login, digits),
                LoginMeans.PASSWORD_AND_SMS,
                error -> wrong(error, login, model),
                request,
                response,
                model);
    }

    @PostMapping("/inloggen/code/opnieuw")
    String again(HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<PendingLogin> pending = pending(request);
        if (pending.isEmpty()) {
            return START_AGAIN;
        }
        if (!secondStep.allowsSms(steps.account(pending.get()))) {
            return START_AGAIN;
        }
        if (!codes.maySendAgain(pending.get())) {
            return "redirect:/inloggen/code?melding=wacht";
        }
        try {
            codes.send(pending.get(), steps.account(pending.get()));
            boolean first = pending.get().codesSent() == 0;
            return first ? "redirect:/inloggen/code" : "redirect:/inloggen/code?melding=nieuw";
        } catch (MessageNotSent e) {
            LOG.error("A login code could not be sent again", e);
            return Problem.NO_CODE.page(response, model);
        } catch (TooManyCodes e) {
            return Problem.TOO_MANY_CODES.page(response, model);
        }
    }

    private String wrong(String error, PendingLogin login, Model model) {
        model.addAttribute("error", error);
        return page(login, model);
    }

    private String page(PendingLogin login, Model model) {
        Account account = steps.account(login);
        model.addAttribute("hospital", account.hospital().value());
        model.addAttribute(
                "phoneEnd",
                account.phone().map(Contact.Phone::new).map(Contact::shown).orElse(""));
        return "code";
    }

    private Optional<PendingLogin> pending(HttpServletRequest request) {
        return secondStep.pending(request);
    }
}

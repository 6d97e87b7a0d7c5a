package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.inzage.auth.account.Account;
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
    private final LoginSession session;
    private final Entrance entrance;
    private final SecondStep secondStep;

    CodeController(LoginSteps steps, LoginCodes codes, LoginSession session, Entrance entrance, SecondStep secondStep) {
        this.steps = steps;
        this.codes = codes;
        this.session = session;
        this.entrance = entrance;
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
        // Phones paste codes with spaces in them.
        String digits = code.replaceAll("[\\s\u00a0-]", "");
        if (!digits.matches("[0-9]{6}")) {
            model.addAttribute("error", digits.isEmpty() ? "missing" : "form");
            return page(pending.get(), model);
        }
        return switch (steps.code(pending.get(), digits)) {
            case RIGHT ->
                entrance.enter(steps.account(pending.get()), LoginMeans.PASSWORD_AND_SMS, request, response, model);
            case TOO_MANY -> {
                session.forgetPending(request);
                yield "redirect:/inloggen?melding=pogingen";
            }
            case WRONG -> wrong("wrong", pending.get(), model);
            case EXPIRED -> wrong("expired", pending.get(), model);
        };
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
        model.addAttribute("phoneEnd", account.phone().substring(account.phone().length() - 2));
        return "code";
    }

    private Optional<PendingLogin> pending(HttpServletRequest request) {
        return session.pending(request).flatMap(steps::pending);
    }
}

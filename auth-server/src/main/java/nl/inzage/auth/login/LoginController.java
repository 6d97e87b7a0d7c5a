package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.TooManyCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page "Inloggen": user name and password. */
@Controller
class LoginController {

    private static final Logger LOG = LoggerFactory.getLogger(LoginController.class);
    private static final Set<String> NOTICES =
            Set.of("verlopen", "pogingen", "gewijzigd", "digid-gestopt", "sleutel", "uitgelogd");

    private final LoginSteps steps;
    private final LoginCodes codes;
    private final LoginSession session;
    private final List<OtherStep> otherSteps;

    LoginController(LoginSteps steps, LoginCodes codes, LoginSession session, List<OtherStep> otherSteps) {
        this.steps = steps;
        this.codes = codes;
        this.session = session;
        this.otherSteps = otherSteps;
    }

    @GetMapping("/inloggen")
    String form(
            @RequestParam(required = false) String melding,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (session.isLoggedIn()) {
            return "redirect:" + session.destination(request, response);
        }
        return page(LoginPage.empty(NOTICES.contains(String.valueOf(melding)) ? melding : ""), model);
    }

    @PostMapping("/inloggen")
    String submit(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (username.isBlank() || password.isEmpty()) {
            return page(LoginPage.incomplete(username, password), model);
        }
        PasswordOutcome outcome = steps.password(username, password);
        if (outcome instanceof PasswordOutcome.Accepted accepted) {
            return askSecondStep(accepted.pendingLogin(), request, response, model);
        }
        LoginPage again = outcome instanceof PasswordOutcome.NotNow notNow
                ? LoginPage.notNow(username, notNow.because())
                : LoginPage.refused(username, ((PasswordOutcome.Refused) outcome).then());
        return page(again, model);
    }

    private static String page(LoginPage page, Model model) {
        model.addAttribute("page", page);
        return "inloggen";
    }

    private String askSecondStep(
            UUID pendingLogin, HttpServletRequest request, HttpServletResponse response, Model model) {
        session.passedPassword(request, pendingLogin);
        PendingLogin login = steps.pending(pendingLogin).orElseThrow();
        Account account = steps.account(login);
        Optional<String> otherStep = otherSteps.stream()
                .map(step -> step.pageFor(account))
                .flatMap(Optional::stream)
                .findFirst();
        return otherStep.map(page -> "redirect:" + page).orElseGet(() -> sendCode(login, account, response, model));
    }

    private String sendCode(PendingLogin login, Account account, HttpServletResponse response, Model model) {
        if (account.phone().isEmpty()) {
            model.addAttribute("hospital", account.hospital().value());
            return Problem.NO_PHONE.page(response, model);
        }
        try {
            codes.send(login, account);
            return "redirect:/inloggen/code";
        } catch (MessageNotSent e) {
            LOG.error("A login code could not be sent", e);
            return Problem.NO_CODE.page(response, model);
        } catch (TooManyCodes e) {
            return Problem.TOO_MANY_CODES.page(response, model);
        }
    }
}

package nl.inzage.auth.totp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.lockout.CodeOutcome;
import nl.inzage.auth.login.PendingLogin;
import nl.inzage.auth.login.SecondStep;
import nl.inzage.auth.page.TypedCode;
import nl.inzage.auth.session.LoginMeans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page "Code uit de app": six digits of the authenticator app, or a recovery code. */
@Controller
class AppCodeController {

    private static final String START_AGAIN = "redirect:/inloggen?melding=verlopen";

    private final SecondStep step;
    private final AuthenticatorApps apps;

    AppCodeController(SecondStep step, AuthenticatorApps apps) {
        this.step = step;
        this.apps = apps;
    }

    @GetMapping("/inloggen/app")
    String form(HttpServletRequest request, Model model) {
        return step.pending(request).map(login -> page(login, null, model)).orElse(START_AGAIN);
    }

    @PostMapping("/inloggen/app")
    String submit(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<PendingLogin> pending = step.pending(request);
        if (pending.isEmpty()) {
            return START_AGAIN;
        }
        PendingLogin login = pending.get();
        String typed = TypedCode.read(code);
        boolean ofApp = typed.matches("[0-9]{6}");
        if (!ofApp && !RecoveryCodes.looksLikeOne(typed)) {
            return page(login, typed.isEmpty() ? "missing" : "form", model);
        }
        CodeOutcome outcome = step.judge(
                login,
                () -> ofApp ? apps.accepts(login.account(), typed) : apps.acceptsRecoveryCode(login.account(), typed));
        SecondStep.Again again = error -> error.equals("expired") ? START_AGAIN : page(login, error, model);
        return step.answer(login, outcome, means(ofApp), again, request, response, model);
    }

    private static LoginMeans means(boolean ofApp) {
        return ofApp ? LoginMeans.PASSWORD_AND_APP : LoginMeans.PASSWORD_AND_RECOVERY_CODE;
    }

    private String page(PendingLogin login, String error, Model model) {
        Account account = step.account(login);
        model.addAttribute("error", error);
        model.addAttribute("hospital", account.hospital().value());
        model.addAttribute("sms", step.allowsSms(account));
        return "appcode";
    }
}

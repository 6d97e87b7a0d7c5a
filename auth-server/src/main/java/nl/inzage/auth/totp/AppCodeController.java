package nl.inzage.auth.totp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.login.CodeVerdict;
import nl.inzage.auth.login.Entrance;
import nl.inzage.auth.login.SecondStep;
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
    private final Entrance entrance;

    AppCodeController(SecondStep step, AuthenticatorApps apps, Entrance entrance) {
        this.step = step;
        this.apps = apps;
        this.entrance = entrance;
    }

    @GetMapping("/inloggen/app")
    String form(HttpServletRequest request, Model model) {
        return step.account(request).map(account -> page(account, null, model)).orElse(START_AGAIN);
    }

    @PostMapping("/inloggen/app")
    String submit(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> account = step.account(request);
        if (account.isEmpty()) {
            return START_AGAIN;
        }
        String typed = code.replaceAll("[\\s\u00a0-]", "");
        boolean ofApp = typed.matches("[0-9]{6}");
        if (!ofApp && !typed.matches("[A-Za-z0-9]{10}")) {
            return page(account.get(), typed.isEmpty() ? "missing" : "form", model);
        }
        CodeVerdict verdict = step.judge(
                request,
                () -> ofApp
                        ? apps.accepts(account.get().id(), typed)
                        : apps.acceptsRecoveryCode(account.get().id(), typed));
        return switch (verdict) {
            case RIGHT ->
                entrance.enter(
                        account.get(),
                        ofApp ? LoginMeans.PASSWORD_AND_APP : LoginMeans.PASSWORD_AND_RECOVERY_CODE,
                        request,
                        response,
                        model);
            case WRONG -> page(account.get(), "wrong", model);
            case EXPIRED -> START_AGAIN;
            case TOO_MANY -> {
                step.forget(request);
                yield "redirect:/inloggen?melding=pogingen";
            }
        };
    }

    private String page(Account account, String error, Model model) {
        model.addAttribute("error", error);
        model.addAttribute("hospital", account.hospital().value());
        model.addAttribute("sms", step.allowsSms(account));
        return "appcode";
    }
}

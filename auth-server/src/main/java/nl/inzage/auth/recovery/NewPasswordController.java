package nl.inzage.auth.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.CommonPasswords;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.login.NewPassword;
import nl.inzage.policy.ruling.Ruling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page "Kies een nieuw wachtwoord", for who has the right to. */
@Controller
class NewPasswordController {

    private static final String START_AGAIN = "redirect:/wachtwoord-vergeten?melding=verlopen";

    private final PasswordRights rights;
    private final PasswordChange change;
    private final Accounts accounts;
    private final CommonPasswords common;

    NewPasswordController(PasswordRights rights, PasswordChange change, Accounts accounts, CommonPasswords common) {
        this.rights = rights;
        this.change = change;
        this.accounts = accounts;
        this.common = common;
    }

    @GetMapping("/wachtwoord-vergeten/nieuw")
    String form(HttpServletRequest request, Model model) {
        return account(request)
                .map(account -> page(account, new FormErrors(), model))
                .orElse(START_AGAIN);
    }

    @PostMapping("/wachtwoord-vergeten/nieuw")
    String submit(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            Model model) {
        Optional<Account> account = account(request);
        if (account.isEmpty()) {
            return START_AGAIN;
        }
        FormErrors errors = judge(password, again, account.get().username());
        if (errors.any()) {
            return page(account.get(), errors, model);
        }
        UUID right = rights.ofBrowser(request).orElseThrow();
        return change.redeem(right, password) ? "redirect:/inloggen?melding=gewijzigd" : START_AGAIN;
    }

    private FormErrors judge(String password, String again, String username) {
        FormErrors errors = new FormErrors();
        Ruling<NewPassword.Reason> ruling = common.judge(password, username);
        if (!ruling.isAllowed()) {
            errors.add("password", "newpassword." + ruling.reason().name().toLowerCase(Locale.ROOT));
        } else if (!password.equals(again)) {
            errors.add("again", "newpassword.differs");
        }
        return errors;
    }

    private Optional<Account> account(HttpServletRequest request) {
        return rights.ofBrowser(request).flatMap(rights::account).flatMap(accounts::byId);
    }

    private static String page(Account account, FormErrors errors, Model model) {
        model.addAttribute("hospital", account.hospital().value());
        model.addAttribute("username", account.username());
        errors.show(model);
        return "nieuw-wachtwoord";
    }
}

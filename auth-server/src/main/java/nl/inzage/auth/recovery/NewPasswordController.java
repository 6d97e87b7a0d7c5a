package nl.inzage.auth.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.page.CredentialFields;
import nl.inzage.auth.page.FormErrors;
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
    private final CredentialFields fields;

    NewPasswordController(PasswordRights rights, PasswordChange change, Accounts accounts, CredentialFields fields) {
        this.rights = rights;
        this.change = change;
        this.accounts = accounts;
        this.fields = fields;
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
        FormErrors errors =
                fields.password(account.get().hospital(), account.get().username(), password, again);
        if (errors.any()) {
            return page(account.get(), errors, model);
        }
        UUID right = rights.ofBrowser(request).orElseThrow();
        return change.redeem(right, password) ? "redirect:/inloggen?melding=gewijzigd" : START_AGAIN;
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

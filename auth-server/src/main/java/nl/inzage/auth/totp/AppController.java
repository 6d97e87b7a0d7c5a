package nl.inzage.auth.totp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.factor.FactorNotice;
import nl.inzage.auth.factor.FactorPage;
import nl.inzage.auth.factor.OtherLogins;
import nl.inzage.auth.page.Hospitals;
import nl.inzage.auth.page.TypedCode;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adding and removing an authenticator app, by a login of the last five minutes. */
@Controller
class AppController {

    private final AuthenticatorApps apps;
    private final AppSetup setup;
    private final FactorPage page;
    private final FactorNotice notice;
    private final OtherLogins others;
    private final Hospitals hospitals;

    AppController(
            AuthenticatorApps apps,
            AppSetup setup,
            FactorPage page,
            FactorNotice notice,
            OtherLogins others,
            Hospitals hospitals) {
        this.apps = apps;
        this.setup = setup;
        this.page = page;
        this.notice = notice;
        this.others = others;
        this.hospitals = hospitals;
    }

    @GetMapping("/beveiliging/app")
    String form(LoggedIn person, HttpServletRequest request, Model model) {
        if (!page.isFresh(person)) {
            return FactorPage.LOG_IN_AGAIN;
        }
        Account account = page.account(person);
        boolean useless = account.passwordHash() == null || apps.has(account.id());
        return useless ? "redirect:/beveiliging" : form(account, setup.secret(request, account.id()), null, model);
    }

    @PostMapping("/beveiliging/app")
    String add(@RequestParam(defaultValue = "") String code, LoggedIn person, HttpServletRequest request, Model model) {
        Account account = page.account(person);
        Optional<AppSecret> secret = setup.kept(request, account.id());
        if (!page.isFresh(person) || secret.isEmpty() || account.passwordHash() == null) {
            return FactorPage.LOG_IN_AGAIN;
        }
        String digits = TypedCode.read(code);
        if (!digits.matches("[0-9]{6}")) {
            return form(account, secret.get(), digits.isEmpty() ? "missing" : "form", model);
        }
        Optional<List<String>> codes = apps.add(account, secret.get(), digits);
        if (codes.isEmpty()) {
            return apps.has(account.id()) ? "redirect:/beveiliging" : form(account, secret.get(), "wrong", model);
        }
        setup.forget(request);
        others.end(person.getPrincipal(), request);
        notice.send(account, "app.added");
        model.addAttribute("codes", codes.get());
        return "herstelcodes";
    }

    @PostMapping("/beveiliging/app/verwijderen")
    String remove(LoggedIn person, HttpServletRequest request) {
        if (!page.isFresh(person)) {
            return FactorPage.LOG_IN_AGAIN;
        }
        Account account = page.account(person);
        if (apps.remove(account)) {
            others.end(person.getPrincipal(), request);
            notice.send(account, "app.removed");
        }
        return "redirect:/beveiliging?melding=app-weg";
    }

    private String form(Account account, AppSecret secret, String error, Model model) {
        String product = "Inzage " + hospitals.name(account.hospital().value());
        model.addAttribute("qr", QrCode.image(secret.address(product.strip(), account.username())));
        model.addAttribute("secret", secret.grouped());
        model.addAttribute("error", error);
        return "app";
    }
}

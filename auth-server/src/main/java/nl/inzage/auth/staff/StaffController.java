package nl.inzage.auth.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.MobileNumber;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.LetterPage;
import nl.inzage.auth.page.PrintOnce;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Beheer": the accounts of who works for the hospital. */
@Controller
class StaffController {

    private static final int MOST = 200;

    private final StaffSession session;
    private final Accounts accounts;
    private final StaffActs acts;
    private final Lockouts lockouts;
    private final LetterPage letters;
    private final HospitalApps apps;

    StaffController(
            StaffSession session,
            Accounts accounts,
            StaffActs acts,
            Lockouts lockouts,
            LetterPage letters,
            HospitalApps apps) {
        this.session = session;
        this.accounts = accounts;
        this.acts = acts;
        this.lockouts = lockouts;
        this.letters = letters;
        this.apps = apps;
    }

    @GetMapping("/beheer")
    String list(Model model) {
        return search("", model);
    }

    @PostMapping("/beheer")
    String search(@RequestParam(defaultValue = "") String begin, Model model) {
        List<StaffView> found = accounts.staffOf(session.hospital(), new Username(begin), MOST + 1).stream()
                .map(this::view)
                .toList();
        model.addAttribute("begin", begin);
        model.addAttribute("appsAsking", apps.asking().size());
        model.addAttribute("staff", found.subList(0, Math.min(MOST, found.size())));
        model.addAttribute("more", found.size() > MOST);
        return "beheer";
    }

    @GetMapping("/beheer/medewerker")
    String show(
            @RequestParam(defaultValue = "") String id, @RequestParam(defaultValue = "") String melding, Model model) {
        if (melding.matches("manieren|gesloten|gemaakt")) {
            model.addAttribute("notice", "staff.notice." + melding);
        }
        return page(member(id), new FormErrors(), model);
    }

    @PostMapping("/beheer/medewerker/wachtwoord")
    String resetPassword(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        return handle("wachtwoord", typed, new FormErrors(), model, (account, reason) -> {
            if (!PrintOnce.mayPrint(request, typed.getOrDefault("form", ""))) {
                model.addAttribute("notice", "desk.letter.twice");
                return page(account, new FormErrors(), model);
            }
            StaffActs.Issued issued = acts.resetPassword(account, reason);
            model.addAttribute("back", "/beheer");
            return letters.password(account.username(), account.username(), issued.password(), issued.until(), model);
        });
    }

    @PostMapping("/beheer/medewerker/manieren")
    String resetFactors(@RequestParam Map<String, String> typed, Model model) {
        String phone = typed.getOrDefault("phone", "").strip();
        Optional<String> number = MobileNumber.read(phone);
        boolean keepsOne = phone.isEmpty()
                && session.member(typed.getOrDefault("id", ""))
                        .flatMap(Account::phone)
                        .isPresent();
        FormErrors errors = new FormErrors()
                .addIf(number.isEmpty() && !keepsOne, "manieren-phone", "staff.phone.form")
                .addIf(session.isOwnPhone(number), "manieren-phone", "staff.phone.own");
        return handle("manieren", typed, errors, model, (account, reason) -> {
            acts.resetFactors(account, number, reason);
            return "redirect:/beheer/medewerker?melding=manieren&id=" + account.id();
        });
    }

    @PostMapping("/beheer/medewerker/sluiten")
    String close(@RequestParam Map<String, String> typed, Model model) {
        FormErrors errors =
                new FormErrors().addIf(!"ja".equals(typed.get("sure")), "sluiten-sure", "staff.close.missing");
        return handle("sluiten", typed, errors, model, (account, reason) -> {
            acts.close(account, reason);
            return "redirect:/beheer/medewerker?melding=gesloten&id=" + account.id();
        });
    }

    /** What the three forms have in common: of whom they are, that it is a colleague, and a reason. */
    private String handle(
            String form,
            Map<String, String> typed,
            FormErrors errors,
            Model model,
            BiFunction<Account, String, String> act) {
        Account account = member(typed.getOrDefault("id", ""));
        if (!view(account).mayBeChanged()) {
            model.addAttribute("notice", session.isOneself(account) ? "staff.oneself" : "staff.notice.gesloten");
            return page(account, new FormErrors(), model);
        }
        Reason reason = Reason.typed(typed);
        errors.addIf(!reason.fits(), form + "-reason", "staff.reason.missing");
        model.addAttribute("typed", typed);
        model.addAttribute("form", form);
        return errors.any() ? page(account, errors, model) : act.apply(account, reason.text());
    }

    private Account member(String id) {
        return session.member(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Account account, FormErrors errors, Model model) {
        model.addAttribute("view", view(account));
        model.addAttribute("fresh", UUID.randomUUID());
        errors.show(model);
        return "beheer-medewerker";
    }

    private StaffView view(Account account) {
        return new StaffView(account, lockouts.isBlocked(new Username(account.username())), session.isOneself(account));
    }
}

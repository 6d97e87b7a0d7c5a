package nl.inzage.auth.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.lockout.CodeOutcome;
import nl.inzage.auth.lockout.CountedCodes;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedCode;
import nl.inzage.policy.login.LockoutOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Wachtwoord vergeten", the code by SMS: knowing an answer is not enough to get in. */
@Controller
class RecoveryCode {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryCode.class);
    private static final String RECOVERY = "recovery";
    private static final String HERE = "redirect:/wachtwoord-vergeten/code";
    private static final String START_AGAIN = "redirect:/wachtwoord-vergeten?melding=verlopen";

    private final RecoverySteps steps;
    private final ContactCodes codes;
    private final CountedCodes counted;
    private final PasswordRights rights;

    RecoveryCode(RecoverySteps steps, ContactCodes codes, CountedCodes counted, PasswordRights rights) {
        this.steps = steps;
        this.codes = codes;
        this.counted = counted;
        this.rights = rights;
    }

    /** Sends the code and leads to the page that asks for it; the session gets a new id. */
    String send(UUID recovery, Account account, HttpServletRequest request) {
        request.getSession().setAttribute(RECOVERY, recovery);
        request.changeSessionId();
        try {
            codes.sendToOwn(recovery, new Contact.Phone(account.phone().orElseThrow()), account.language());
            return HERE;
        } catch (MessageNotSent e) {
            LOG.error("A code for a new password could not be sent", e);
            return HERE + "?melding=fout";
        } catch (TooManyCodes e) {
            return HERE + "?melding=teveel";
        }
    }

    @GetMapping("/wachtwoord-vergeten/code")
    String form(@RequestParam(defaultValue = "") String melding, HttpServletRequest request, Model model) {
        if (melding.equals("fout")) {
            model.addAttribute("notice", "problem.no_code.text");
        } else if (melding.equals("teveel")) {
            model.addAttribute("notice", "problem.too_many_codes.text");
        }
        return account(request)
                .map(account -> page(account, new FormErrors(), model))
                .orElse(START_AGAIN);
    }

    @PostMapping("/wachtwoord-vergeten/code")
    String submit(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        Optional<Account> account = account(request);
        if (account.isEmpty()) {
            return START_AGAIN;
        }
        UUID recovery = recovery(request).orElseThrow();
        String typed = TypedCode.read(code);
        if (!typed.matches("[0-9]{6}")) {
            // No guess: it does not count.
            return page(account.get(), new FormErrors().add("code", "code.error.form"), model);
        }
        CodeOutcome outcome = counted.ofRecovery(account.get(), () -> codes.judge(recovery, typed));
        if (outcome instanceof CodeOutcome.Judged judged && judged.verdict() == CodeVerdict.RIGHT) {
            request.getSession().removeAttribute(RECOVERY);
            rights.give(account.get(), request);
            return "redirect:/wachtwoord-vergeten/nieuw";
        }
        return page(account.get(), new FormErrors().add("code", error(outcome)), model);
    }

    private static String error(CodeOutcome outcome) {
        if (outcome instanceof CodeOutcome.Judged judged) {
            return "recovery.code." + judged.verdict().name().toLowerCase(Locale.ROOT);
        }
        return ((CodeOutcome.NotNow) outcome).because() instanceof LockoutOutcome.AccountBlocked blocked
                ? "login.blocked." + blocked.unlockedBy().name().toLowerCase(Locale.ROOT)
                : "recovery.code.wait";
    }

    private Optional<UUID> recovery(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (UUID) session.getAttribute(RECOVERY));
    }

    private Optional<Account> account(HttpServletRequest request) {
        return recovery(request).flatMap(steps::account);
    }

    private static String page(Account account, FormErrors errors, Model model) {
        model.addAttribute("hospital", account.hospital().value());
        model.addAttribute("phoneEnd", new Contact.Phone(account.phone().orElseThrow()).shown());
        errors.show(model);
        return "wachtwoord-code";
    }
}

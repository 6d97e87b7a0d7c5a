package nl.inzage.auth.own;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.contact.Contact;
import nl.inzage.auth.contact.ContactCodes;
import nl.inzage.auth.contact.EmailAddress;
import nl.inzage.auth.contact.MessageNotSent;
import nl.inzage.auth.contact.MobileNumber;
import nl.inzage.auth.contact.TooManyCodes;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "Mijn account", phone and e-mail. A new one is kept only when a code came back from it: a mistyped number would lock
 * the person out (F20).
 */
@Controller
class OwnContactController {

    private static final Logger LOG = LoggerFactory.getLogger(OwnContactController.class);
    private static final String STALE = "redirect:/account?melding=opnieuw";

    private final OwnSession own;
    private final OwnAccountPage page;
    private final OwnAccount account;
    private final RulesInForce rules;
    private final ContactCodes codes;
    private final ContactChanges changes;

    OwnContactController(
            OwnSession own,
            OwnAccountPage page,
            OwnAccount account,
            RulesInForce rules,
            ContactCodes codes,
            ContactChanges changes) {
        this.own = own;
        this.page = page;
        this.account = account;
        this.rules = rules;
        this.codes = codes;
        this.changes = changes;
    }

    @PostMapping("/account/telefoon")
    String phone(@RequestParam(defaultValue = "") String phone, HttpServletRequest request, Model model) {
        Account person = own.account();
        Optional<Contact> contact = MobileNumber.read(phone)
                .filter(number ->
                        rules.of(person).login().phone().accepts(number).isAllowed())
                .map(Contact.Phone::new);
        model.addAttribute("typedPhone", phone);
        return contact.map(to -> begin("phone", to, request, model))
                .orElseGet(() -> refused("phone", "own.phone.form", model));
    }

    @PostMapping("/account/email")
    String email(@RequestParam(defaultValue = "") String email, HttpServletRequest request, Model model) {
        Optional<Contact> contact = EmailAddress.read(email).map(Contact.Mailbox::new);
        model.addAttribute("typedEmail", email);
        return contact.map(to -> begin("email", to, request, model))
                .orElseGet(() -> refused("email", "activate.email.form", model));
    }

    private String begin(String field, Contact contact, HttpServletRequest request, Model model) {
        if (!own.isFresh()) {
            return STALE;
        }
        ContactChanges.Verdict verdict = changes.count(own.account().id());
        if (verdict != ContactChanges.Verdict.YES) {
            return refused(field, "own.codes." + verdict.name().toLowerCase(Locale.ROOT), model);
        }
        try {
            codes.send(own.begin(request, contact), contact, own.account().language());
            return "redirect:/account/code";
        } catch (MessageNotSent e) {
            LOG.error("A code for a new phone or e-mail address could not be sent", e);
            return refused(field, "own.codes.failed", model);
        } catch (TooManyCodes e) {
            return refused(field, "own.codes.there", model);
        }
    }

    private String refused(String field, String error, Model model) {
        return own.isFresh() ? page.show(new FormErrors().add(field, error), model) : STALE;
    }

    @GetMapping("/account/code")
    String code(HttpServletRequest request, Model model) {
        return own.pending(request)
                .map(pending -> code(pending, new FormErrors(), model))
                .orElse("redirect:/account");
    }

    @PostMapping("/account/code")
    String confirm(@RequestParam(defaultValue = "") String code, HttpServletRequest request, Model model) {
        Optional<OwnSession.Pending> pending = own.pending(request);
        if (pending.isEmpty() || !own.isFresh()) {
            return STALE;
        }
        CodeVerdict verdict = codes.judge(pending.get().code(), TypedCode.read(code));
        if (verdict != CodeVerdict.RIGHT) {
            boolean mailed = pending.get().contact() instanceof Contact.Mailbox;
            String error = (mailed ? "activate.email.code." : "recovery.code.")
                    + verdict.name().toLowerCase(Locale.ROOT);
            return code(pending.get(), new FormErrors().add("code", error), model);
        }
        own.end(request);
        changes.cameBack(own.account().id());
        account.changeContact(
                own.account(),
                pending.get().contact(),
                own.login(),
                request.getSession().getId());
        boolean phone = pending.get().contact() instanceof Contact.Phone;
        return "redirect:/account?melding=" + (phone ? "telefoon" : "email");
    }

    private static String code(OwnSession.Pending pending, FormErrors errors, Model model) {
        model.addAttribute("mailbox", pending.contact() instanceof Contact.Mailbox);
        model.addAttribute("shown", pending.contact().shown());
        errors.show(model);
        return "account-code";
    }
}

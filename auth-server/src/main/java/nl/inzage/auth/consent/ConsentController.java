package nl.inzage.auth.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks a person whether an app may see the data it asks for. What it asks is read from the grant, not from the address. */
@Controller
class ConsentController {

    private static final String PERSON = "authentication";

    private final WaitingConsents consents;
    private final ConsentPage page;
    private final ConsentAnswers answers;

    ConsentController(WaitingConsents consents, ConsentPage page, ConsentAnswers answers) {
        this.consents = consents;
        this.page = page;
        this.answers = answers;
    }

    @GetMapping("/toestemming")
    String ask(
            @RequestParam String state,
            @CurrentSecurityContext(expression = PERSON) LoggedIn person,
            Locale locale,
            Model model,
            RedirectAttributes address) {
        WaitingConsent waiting = waiting(state, person);
        if (waiting.needsDossier() || !waiting.needsYes()) {
            address.addAttribute("state", state);
            return "redirect:/toestemming/wie";
        }
        return page.show(waiting, state, person, ConsentForm.asAsked(waiting), new FormErrors(), locale, model);
    }

    @PostMapping("/toestemming")
    String allow(
            @RequestParam String state,
            @RequestParam MultiValueMap<String, String> fields,
            @CurrentSecurityContext(expression = PERSON) LoggedIn person,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        WaitingConsent waiting = waiting(state, person);
        ConsentForm form = ConsentForm.read(fields);
        FormErrors errors = form.errors(waiting);
        if (errors.any() && !waiting.needsDossier()) {
            return page.show(waiting, state, person, form, errors, locale, model);
        }
        answers.yes(
                request, response, person, consents.allow(state, person, form).orElseThrow(ConsentController::stale));
        return null;
    }

    @PostMapping("/toestemming/niet")
    void deny(
            @RequestParam String state,
            @CurrentSecurityContext(expression = PERSON) LoggedIn person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answers.no(request, response, person, consents.deny(state, person).orElseThrow(ConsentController::stale));
    }

    @GetMapping("/toestemming/wie")
    String whose(
            @RequestParam String state,
            @CurrentSecurityContext(expression = PERSON) LoggedIn person,
            Locale locale,
            Model model) {
        return page.choose(waiting(state, person), state, person, new FormErrors(), locale, model);
    }

    @PostMapping("/toestemming/wie")
    String choose(
            @RequestParam String state,
            @RequestParam(defaultValue = "") String patient,
            @CurrentSecurityContext(expression = PERSON) LoggedIn person,
            Locale locale,
            Model model,
            RedirectAttributes address,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (patient.isEmpty()) {
            FormErrors missing = new FormErrors().add("patient", "whose.missing");
            return page.choose(waiting(state, person), state, person, missing, locale, model);
        }
        WaitingConsents.Chosen chosen = consents.choose(state, person, patient).orElseThrow(ConsentController::stale);
        if (chosen.allowed().isPresent()) {
            answers.yes(request, response, person, chosen.allowed().get());
            return null;
        }
        address.addAttribute("state", state);
        return "redirect:/toestemming";
    }

    private WaitingConsent waiting(String state, LoggedIn person) {
        return consents.of(state, person).orElseThrow(ConsentController::stale);
    }

    private static ResponseStatusException stale() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}

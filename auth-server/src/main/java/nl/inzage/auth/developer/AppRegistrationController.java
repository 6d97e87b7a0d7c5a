package nl.inzage.auth.developer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.PrintOnce;
import nl.inzage.auth.registration.RegisteredApp;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of developers: the forms of a new app and of one that changes. */
@Controller
class AppRegistrationController {

    private final DeveloperSession session;
    private final AppPages pages;
    private final AppActs acts;

    AppRegistrationController(DeveloperSession session, AppPages pages, AppActs acts) {
        this.session = session;
        this.pages = pages;
        this.acts = acts;
    }

    @GetMapping("/ontwikkelaars/nieuw")
    String form(HttpServletRequest request, Model model) {
        return session.developer(request)
                .map(developer -> pages.form(AppForm.empty(), Optional.empty(), new FormErrors(), model))
                .orElse(DeveloperController.START);
    }

    @PostMapping("/ontwikkelaars/nieuw")
    String register(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Model model) {
        Optional<Developer> developer = session.developer(request);
        if (developer.isEmpty()) {
            return DeveloperController.START + "?melding=verlopen";
        }
        AppForm form = AppForm.typed(typed);
        FormErrors errors = pages.errors(form, Optional.empty());
        if (errors.any()) {
            return pages.form(form, Optional.empty(), errors, model);
        }
        // The browser's reload sends the form again: that is no second app.
        if (!PrintOnce.mayPrint(request, typed.toSingleValueMap().getOrDefault("form", ""))) {
            return DeveloperController.START;
        }
        Optional<AppActs.Credentials> made = acts.register(
                developer.get(), form.facts(), form.facts().kind().hasKeys() ? form.keys() : Optional.empty());
        return made.map(credentials -> pages.credentials(credentials, model))
                .orElseGet(() -> pages.form(
                        form, Optional.empty(), new FormErrors().add("name", "registration.too_many"), model));
    }

    @GetMapping("/ontwikkelaars/app/wijzigen")
    String change(@RequestParam(defaultValue = "") String id, HttpServletRequest request, Model model) {
        Optional<Developer> developer = session.developer(request);
        if (developer.isEmpty()) {
            return DeveloperController.START + "?melding=verlopen";
        }
        RegisteredApp app = session.own(developer.get(), id);
        return pages.form(AppForm.of(app), Optional.of(app), new FormErrors(), model);
    }

    @PostMapping("/ontwikkelaars/app/wijzigen")
    String change(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request, Model model) {
        Optional<Developer> developer = session.developer(request);
        if (developer.isEmpty()) {
            return DeveloperController.START + "?melding=verlopen";
        }
        Map<String, String> fields = typed.toSingleValueMap();
        RegisteredApp app = session.own(developer.get(), fields.getOrDefault("id", ""));
        // Where an app runs does not change: another way of proving itself makes another app.
        typed.set("kind", app.facts().kind().word());
        AppForm form = AppForm.typed(typed);
        FormErrors errors = pages.errors(form, Optional.of(app));
        if (errors.any()) {
            return pages.form(form, Optional.of(app), errors, model);
        }
        acts.change(app.clientId(), form.facts(), app.facts().kind().hasKeys() ? form.keys() : Optional.empty());
        return "redirect:/ontwikkelaars/app?melding=gewijzigd&id=" + app.clientId();
    }
}

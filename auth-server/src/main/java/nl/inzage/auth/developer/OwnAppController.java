package nl.inzage.auth.developer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.PrintOnce;
import nl.inzage.auth.registration.RegisteredApp;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of developers: one app, how hospitals stand to it, and what can be done to it. */
@Controller
class OwnAppController {

    private final DeveloperSession session;
    private final AppPages pages;
    private final AppActs acts;

    OwnAppController(DeveloperSession session, AppPages pages, AppActs acts) {
        this.session = session;
        this.pages = pages;
        this.acts = acts;
    }

    @GetMapping("/ontwikkelaars/app")
    String show(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String melding,
            HttpServletRequest request,
            Model model) {
        if (melding.matches("gewijzigd|gevraagd|te_vaak")) {
            model.addAttribute("notice", "registration.notice." + melding);
        }
        return of(id, request, app -> pages.app(app, new FormErrors(), model));
    }

    @PostMapping("/ontwikkelaars/app/geheim")
    String renewSecret(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        return of(typed.getOrDefault("id", ""), request, app -> {
            if (!app.facts().kind().hasSecret()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            if (!PrintOnce.mayPrint(request, typed.getOrDefault("form", ""))) {
                model.addAttribute("notice", "registration.notice.secret_once");
                return pages.app(app, new FormErrors(), model);
            }
            return pages.credentials(acts.renewSecret(app), model);
        });
    }

    @PostMapping("/ontwikkelaars/app/vragen")
    String ask(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        return of(typed.getOrDefault("id", ""), request, app -> {
            boolean isOfThisVersion = typed.getOrDefault("version", "").equals(Integer.toString(app.version()));
            String notice = isOfThisVersion && !acts.ask(app) ? "te_vaak" : "gevraagd";
            return "redirect:/ontwikkelaars/app?melding=" + notice + "&id=" + app.clientId();
        });
    }

    @PostMapping("/ontwikkelaars/app/intrekken")
    String withdraw(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        return of(typed.getOrDefault("id", ""), request, app -> {
            if (!"ja".equals(typed.get("sure"))) {
                return pages.app(app, new FormErrors().add("sure", "registration.withdraw.missing"), model);
            }
            acts.withdraw(app.clientId());
            return DeveloperController.START + "?melding=ingetrokken";
        });
    }

    private String of(String id, HttpServletRequest request, Function<RegisteredApp, String> page) {
        Optional<Developer> developer = session.developer(request);
        return developer.isEmpty()
                ? DeveloperController.START + "?melding=verlopen"
                : page.apply(session.own(developer.get(), id));
    }
}

package nl.inzage.auth.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.registration.AppJudgement;
import nl.inzage.auth.registration.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "Beheer": which apps of developers the people of the hospital may use. */
@Controller
class HospitalAppController {

    private final HospitalApps apps;
    private final AppWords words;

    HospitalAppController(HospitalApps apps, AppWords words) {
        this.apps = apps;
        this.words = words;
    }

    @GetMapping("/beheer/apps")
    String list(Model model) {
        model.addAttribute("asking", apps.asking());
        model.addAttribute("others", apps.decided());
        return "beheer-apps";
    }

    @GetMapping("/beheer/app")
    String show(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String melding,
            Locale language,
            Model model) {
        if (Arrays.stream(Verdict.values()).anyMatch(verdict -> verdict.word().equals(melding))) {
            model.addAttribute("notice", "staff.app.notice." + melding);
        }
        return page(view(id), new FormErrors(), language, model);
    }

    @PostMapping("/beheer/app/goedkeuren")
    String approve(@RequestParam Map<String, String> typed, Locale language, Model model) {
        return decide(Verdict.APPROVED, typed, language, model);
    }

    @PostMapping("/beheer/app/afwijzen")
    String refuse(@RequestParam Map<String, String> typed, Locale language, Model model) {
        return decide(Verdict.REFUSED, typed, language, model);
    }

    @PostMapping("/beheer/app/stoppen")
    String stop(@RequestParam Map<String, String> typed, Locale language, Model model) {
        return decide(Verdict.STOPPED, typed, language, model);
    }

    private String decide(Verdict verdict, Map<String, String> typed, Locale language, Model model) {
        HospitalApps.View view = view(typed.getOrDefault("id", ""));
        Reason reason = Reason.typed(typed);
        model.addAttribute("typed", typed);
        model.addAttribute("form", verdict.word());
        if (!reason.fits()) {
            return page(
                    view, new FormErrors().add(verdict.word() + "-reason", "staff.reason.missing"), language, model);
        }
        String version = typed.getOrDefault("version", "");
        AppJudgement.Outcome outcome =
                version.equals(Integer.toString(view.app().version()))
                        ? apps.decide(view.app().clientId(), view.app().version(), verdict, reason.text())
                        : new AppJudgement.Outcome.Overtaken();
        if (outcome instanceof AppJudgement.Outcome.Decided decided) {
            return "redirect:/beheer/app?melding=" + verdict.word() + "&id="
                    + decided.app().clientId();
        }
        model.addAttribute(
                "notice",
                outcome instanceof AppJudgement.Outcome.NameTaken
                        ? "staff.app.notice.name_taken"
                        : "staff.app.notice.overtaken");
        return page(view(view.app().clientId()), new FormErrors(), language, model);
    }

    private HospitalApps.View view(String id) {
        return Optional.of(id).flatMap(apps::byId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(HospitalApps.View view, FormErrors errors, Locale language, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("app", view.app());
        model.addAttribute("developer", apps.mailboxOf(view.app()));
        model.addAttribute("data", words.of(view.app().facts().scopes(), language));
        model.addAttribute("decided", words.past(apps.decided(view.app()), language));
        errors.show(model);
        return "beheer-app";
    }
}

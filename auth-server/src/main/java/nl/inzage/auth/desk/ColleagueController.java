package nl.inzage.auth.desk;

import java.util.Map;
import nl.inzage.auth.page.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Balie": letting a colleague in again, as staff have no other way back. */
@Controller
class ColleagueController {

    private static final int LONGEST = 200;

    private final ColleagueUnblocking unblocking;

    ColleagueController(ColleagueUnblocking unblocking) {
        this.unblocking = unblocking;
    }

    @GetMapping("/balie/collega")
    String form(Model model) {
        return page(Map.of(), new FormErrors(), model);
    }

    @PostMapping("/balie/collega")
    String unblock(@RequestParam Map<String, String> typed, Model model) {
        String username = typed.getOrDefault("username", "").strip();
        String reason = typed.getOrDefault("reason", "").strip();
        FormErrors errors = new FormErrors()
                .addIf(username.isEmpty() || username.length() > LONGEST, "username", "desk.colleague.username.missing")
                .addIf(reason.length() < 5 || reason.length() > LONGEST, "reason", "desk.colleague.reason.missing")
                .addIf(!"ja".equals(typed.get("known")), "known", "desk.colleague.known.missing");
        if (!errors.any() && !unblocking.lift(username, reason)) {
            errors.add("username", "desk.colleague.none");
        }
        if (errors.any()) {
            return page(typed, errors, model);
        }
        model.addAttribute("notice", "desk.colleague.done");
        return page(Map.of(), errors, model);
    }

    private static String page(Map<String, String> typed, FormErrors errors, Model model) {
        model.addAttribute("typed", typed);
        errors.show(model);
        return "balie-collega";
    }
}

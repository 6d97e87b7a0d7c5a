package nl.inzage.portal.start;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that need no login. */
@Controller
class PublicPages {

    @GetMapping("/")
    String start() {
        return "start/page";
    }

    @GetMapping("/hulp")
    String help() {
        return "start/help";
    }

    @GetMapping("/toegankelijkheid")
    String accessibility() {
        return "start/accessibility";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "start/privacy";
    }

    @GetMapping("/uitgelogd")
    String loggedOut(@RequestParam(name = "reden", defaultValue = "") String reason, Model model) {
        model.addAttribute("expired", reason.equals("verlopen"));
        return "start/logged-out";
    }

    @GetMapping("/inloggen/mislukt")
    String failed() {
        return "start/login-failed";
    }
}

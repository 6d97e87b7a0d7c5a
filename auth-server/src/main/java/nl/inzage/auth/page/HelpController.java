package nl.inzage.auth.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page "Hulp bij inloggen". */
@Controller
class HelpController {

    @GetMapping("/hulp")
    String help() {
        return "hulp";
    }
}

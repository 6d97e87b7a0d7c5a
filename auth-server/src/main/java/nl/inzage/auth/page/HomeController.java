package nl.inzage.auth.page;

import nl.inzage.auth.settings.AuthSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** This server has no home of its own: the portal is where people belong. */
@Controller
class HomeController {

    private final String portal;

    HomeController(AuthSettings settings) {
        this.portal = settings.portalUrl().toString();
    }

    @GetMapping("/")
    String home() {
        return "redirect:" + portal;
    }
}

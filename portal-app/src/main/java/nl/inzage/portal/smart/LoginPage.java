package nl.inzage.portal.smart;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Sends a visitor to the authorization server, or says that it is not there yet. */
@Controller
class LoginPage {

    static final String START = "/inloggen/start";

    private final SmartDiscovery discovery;

    LoginPage(SmartDiscovery discovery) {
        this.discovery = discovery;
    }

    @GetMapping("/inloggen")
    String login(HttpServletResponse response) {
        if (discovery.endpoints().isPresent()) {
            return "redirect:" + START + "/" + SmartRegistration.ID;
        }
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        return "shell/login-later";
    }
}

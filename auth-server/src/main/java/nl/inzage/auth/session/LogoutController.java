package nl.inzage.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** "Uitloggen" on the pages of this server: ends the login, and every app that it started. */
@Controller
class LogoutController {

    private final StartedByLogin started;

    LogoutController(StartedByLogin started) {
        this.started = started;
    }

    @PostMapping("/uitloggen")
    String logOut(LoggedIn person, HttpServletRequest request, HttpServletResponse response) {
        started.end(person.getPrincipal());
        new Leaving().logout(request, response, person);
        return "redirect:/inloggen?melding=uitgelogd";
    }
}

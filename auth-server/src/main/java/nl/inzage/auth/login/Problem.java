package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;

/** What can stop a login that is not the person's mistake; each has its own words. */
enum Problem {
    NO_CODE(503),
    NO_PHONE(403),
    TOO_MANY_CODES(429),
    DOSSIER_UNAVAILABLE(503),
    NO_DOSSIER(403),
    BLOCKED(403);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    String page(HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("problem", name().toLowerCase(Locale.ROOT));
        return "probleem";
    }
}

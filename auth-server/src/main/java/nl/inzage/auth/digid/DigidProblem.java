package nl.inzage.auth.digid;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;

/** Why somebody who comes from DigiD gets no further; each has its own words. */
enum DigidProblem {
    DIGID_TOO_LOW(403),
    DIGID_BELOW_MIDDEN(403),
    DIGID_NO_ACCOUNT(403),
    DIGID_NO_DOSSIER(403),
    DIGID_TOO_YOUNG(403),
    DIGID_NOT_VERIFIED(403),
    DIGID_FAILED(503),
    DOSSIER_UNAVAILABLE(503);

    private final int status;

    DigidProblem(int status) {
        this.status = status;
    }

    String page(String hospital, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("hospital", hospital);
        model.addAttribute("problem", name().toLowerCase(Locale.ROOT));
        return "probleem";
    }
}

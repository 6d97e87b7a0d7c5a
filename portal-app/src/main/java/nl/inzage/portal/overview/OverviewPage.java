package nl.inzage.portal.overview;

import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.Notation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody lands after logging in. */
@Controller
class OverviewPage {

    private final OverviewReader overview;

    OverviewPage(OverviewReader overview) {
        this.overview = overview;
    }

    @GetMapping("/overzicht")
    String page(Dossier dossier, Notation notation, Model model) {
        model.addAttribute("view", overview.read(dossier, notation));
        return "overview/page";
    }
}

package nl.inzage.portal.person;

import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.Notation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Personal data, to check that the hospital has them right. */
@Controller
class PersonPage {

    private final PersonReader person;

    PersonPage(PersonReader person) {
        this.person = person;
    }

    @GetMapping("/gegevens")
    String page(Dossier dossier, Notation notation, Model model) {
        model.addAttribute("view", person.read(dossier, notation));
        return "person/page";
    }
}

package nl.inzage.portal.medication;

import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.Notation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Medicines, the current ones first. */
@Controller
class MedicationPage {

    private final MedicationReader medication;

    MedicationPage(MedicationReader medication) {
        this.medication = medication;
    }

    @GetMapping("/medicijnen")
    String page(Dossier dossier, Notation notation, Model model) {
        model.addAttribute("view", medication.read(dossier, notation));
        return "medication/page";
    }
}

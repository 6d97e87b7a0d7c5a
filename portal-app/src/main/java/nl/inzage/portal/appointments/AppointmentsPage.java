package nl.inzage.portal.appointments;

import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.Notation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Appointments to come and past ones. */
@Controller
class AppointmentsPage {

    private final AppointmentsReader appointments;

    AppointmentsPage(AppointmentsReader appointments) {
        this.appointments = appointments;
    }

    @GetMapping("/afspraken")
    String page(Dossier dossier, Notation notation, Model model) {
        model.addAttribute("view", appointments.read(dossier, notation));
        return "appointments/page";
    }
}

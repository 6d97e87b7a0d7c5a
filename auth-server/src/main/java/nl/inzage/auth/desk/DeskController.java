package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.event.Act;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.TypedDate;
import nl.inzage.auth.person.DossierUnavailable;
import nl.inzage.auth.person.People;
import nl.inzage.auth.person.Person;
import nl.inzage.policy.identity.HospitalId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Balie": finding a patient of the own hospital. What is typed goes in the body of a request, never in an address. */
@Controller
class DeskController {

    private static final Logger LOG = LoggerFactory.getLogger(DeskController.class);
    private static final int LONGEST = 200;

    private final People people;
    private final PatientPage page;
    private final OwnPatient own;
    private final DeskSession desk;
    private final DeskEvents events;

    DeskController(People people, PatientPage page, OwnPatient own, DeskSession desk, DeskEvents events) {
        this.people = people;
        this.page = page;
        this.own = own;
        this.desk = desk;
        this.events = events;
    }

    @GetMapping("/balie")
    String form(@RequestParam(defaultValue = "") String melding, Model model) {
        if (desk.employee().kind() == AccountKind.ADMINISTRATOR) {
            return "redirect:/beheer";
        }
        if (melding.matches("ander|zelf|onbekend|storing")) {
            model.addAttribute("notice", "desk.notice." + melding);
        }
        return page(Map.of(), new FormErrors(), model);
    }

    @PostMapping("/balie/zoeken")
    String search(@RequestParam Map<String, String> typed, Model model) {
        String number = typed.getOrDefault("number", "").strip();
        String surname = typed.getOrDefault("surname", "").strip();
        String reason = typed.getOrDefault("reason", "").strip();
        Optional<String> born = TypedDate.read(typed.getOrDefault("born", ""));
        FormErrors errors = new FormErrors();
        if (number.isEmpty()) {
            errors.addIf(born.isEmpty(), "born", "desk.search.born")
                    .addIf(surname.length() < 2 || surname.length() > LONGEST, "surname", "desk.search.surname");
        } else {
            errors.addIf(!number.matches("[0-9A-Za-z.-]{3,40}"), "number", "desk.search.number.form");
        }
        errors.addIf(reason.length() < 5 || reason.length() > LONGEST, "reason", "desk.search.reason.missing");
        if (errors.any()) {
            return page(typed, errors, model);
        }
        try {
            HospitalId hospital = new HospitalId(desk.employee().hospital());
            List<Person> found = number.isEmpty()
                    ? people.born(hospital, born.orElseThrow(), surname)
                    : people.withNumber(hospital, number);
            events.searched(reason, found.size());
            model.addAttribute("found", found);
            model.addAttribute("reason", reason);
            return page(typed, errors, model);
        } catch (DossierUnavailable e) {
            LOG.error("A desk employee cannot find a patient", e);
            return page(typed, errors.add("number", "desk.unavailable"), model);
        }
    }

    @PostMapping("/balie/patient")
    String open(
            @RequestParam String patient, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        if (!patient.matches("[A-Za-z0-9.-]{1,64}") || reason.strip().length() < 5 || reason.length() > LONGEST) {
            return "redirect:/balie";
        }
        desk.leave(request);
        DeskVisit visit = new DeskVisit(patient, reason.strip());
        Optional<PatientView> found = page.view(patient);
        try {
            OwnPatient.Answer answer = found.isPresent() ? own.of(found.get()) : OwnPatient.Answer.SOMEBODY_ELSE;
            if (answer != OwnPatient.Answer.SOMEBODY_ELSE) {
                events.record(Act.OWN_PATIENT_REFUSED, visit, found.get().account());
                return "redirect:/balie?melding=" + (answer == OwnPatient.Answer.MAY_BE_ONESELF ? "zelf" : "onbekend");
            }
        } catch (DossierUnavailable e) {
            LOG.error("It is unknown whether a patient is the desk employee", e);
            return "redirect:/balie?melding=storing";
        }
        events.record(Act.PATIENT_OPENED, visit, found.flatMap(PatientView::account));
        if (found.isEmpty()) {
            return "redirect:/balie";
        }
        desk.open(request, visit);
        return "redirect:/balie/patient";
    }

    private String page(Map<String, String> typed, FormErrors errors, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("colleagues", desk.employee().kind() == AccountKind.DESK);
        errors.show(model);
        return "balie";
    }
}

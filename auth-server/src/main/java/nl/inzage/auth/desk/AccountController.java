package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.page.FormErrors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Balie": what can be done with the account of somebody who was identified. */
@Controller
class AccountController {

    private final PatientPage page;
    private final DeskSession desk;
    private final IdentifiedForms forms;
    private final DeskActs acts;
    private final DeskLetters letters;

    AccountController(PatientPage page, DeskSession desk, IdentifiedForms forms, DeskActs acts, DeskLetters letters) {
        this.page = page;
        this.desk = desk;
        this.forms = forms;
        this.acts = acts;
        this.letters = letters;
    }

    @GetMapping("/balie/patient")
    String show(@RequestParam(defaultValue = "") String melding, HttpServletRequest request, Model model) {
        if (melding.matches("blokkade|telefoon|manieren|gebruikersnaam|geblokkeerd|gesloten")) {
            model.addAttribute("notice", "desk.notice." + melding);
        }
        return desk.visit(request)
                .flatMap(visit -> page.view(visit.patient()))
                .map(view -> page.show(view, new FormErrors(), model))
                .orElse("redirect:/balie");
    }

    @PostMapping("/balie/deblokkeren")
    String unblock(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        DeskForm form = new DeskForm("deblokkeren", typed, request, model);
        return forms.handle(form, PatientView::hasAccount, (view, errors) -> {}, patient -> {
            acts.unblock(patient);
            return done("blokkade");
        });
    }

    @PostMapping("/balie/telefoon")
    String phone(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        DeskForm form = new DeskForm("telefoon", typed, request, model);
        return forms.handle(
                form,
                PatientView::hasAccount,
                (view, errors) ->
                        view.refuses(form.value("phone")).ifPresent(error -> errors.add(form.id("phone"), error)),
                patient -> {
                    acts.resetPhone(
                            patient, patient.view().phone(form.value("phone")).orElseThrow());
                    return done("telefoon");
                });
    }

    @PostMapping("/balie/manieren-weghalen")
    String removeFactors(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        DeskForm form = new DeskForm("manieren", typed, request, model);
        return forms.handle(form, PatientView::hasAccount, (view, errors) -> {}, patient -> {
            acts.removeFactors(patient);
            return done("manieren");
        });
    }

    @PostMapping("/balie/wachtwoordbrief")
    String passwordLetter(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        DeskForm form = new DeskForm("wachtwoordbrief", typed, request, model);
        return forms.handle(
                form,
                PatientView::hasPassword,
                (view, errors) -> {},
                patient -> forms.once(form, patient, () -> letters.temporaryPassword(patient, model)));
    }

    @PostMapping("/balie/gebruikersnaam")
    String rename(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        DeskForm form = new DeskForm("gebruikersnaam", typed, request, model);
        Username username = new Username(form.value("username"));
        return forms.handle(
                form,
                PatientView::mayRename,
                (view, errors) -> errors.addIf(!username.fits(), form.id("username"), "activate.username.form"),
                patient -> switch (acts.rename(patient, username)) {
                    case DONE -> done("gebruikersnaam");
                    case BLOCKED -> done("geblokkeerd");
                    case TAKEN ->
                        page.show(
                                patient.view(),
                                new FormErrors().add(form.id("username"), "activate.username.taken"),
                                model);
                });
    }

    @PostMapping("/balie/sluiten")
    String close(
            @RequestParam String patient,
            @RequestParam(defaultValue = "") String died,
            HttpServletRequest request,
            Model model) {
        return page.with(request, patient, view -> {
            if (!died.equals("ja")) {
                return page.show(view, new FormErrors().add("died", "desk.close.missing"), model);
            }
            acts.close(desk.visit(request).orElseThrow(), view.account());
            return done("gesloten");
        });
    }

    private static String done(String notice) {
        return "redirect:/balie/patient?melding=" + notice;
    }
}

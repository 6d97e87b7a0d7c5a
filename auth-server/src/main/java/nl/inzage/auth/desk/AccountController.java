package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.inzage.auth.contact.MobileNumber;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.login.EnrolmentChannel;
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
    private final DeskActs acts;
    private final DeskLetters letters;

    AccountController(PatientPage page, DeskSession desk, DeskActs acts, DeskLetters letters) {
        this.page = page;
        this.desk = desk;
        this.acts = acts;
        this.letters = letters;
    }

    @GetMapping("/balie/patient")
    String show(@RequestParam(defaultValue = "") String melding, HttpServletRequest request, Model model) {
        if (melding.matches("blokkade|telefoon|manieren|gesloten")) {
            model.addAttribute("notice", "desk.notice." + melding);
        }
        return desk.visit(request)
                .flatMap(visit -> page.view(visit.patient()))
                .map(view -> page.show(view, new FormErrors(), model))
                .orElse("redirect:/balie");
    }

    @PostMapping("/balie/deblokkeren")
    String unblock(
            @RequestParam String patient,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Model model) {
        return page.with(request, patient, view -> {
            if (!seen.equals("ja") || !view.hasAccount()) {
                return page.show(view, new FormErrors().add("deblokkeren-seen", "desk.seen.missing"), model);
            }
            acts.unblock(desk.visit(request).orElseThrow(), view.account().orElseThrow());
            return "redirect:/balie/patient?melding=blokkade";
        });
    }

    @PostMapping("/balie/telefoon")
    String phone(
            @RequestParam String patient,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Model model) {
        return page.with(request, patient, view -> {
            Optional<String> number = MobileNumber.read(phone)
                    .filter(each -> view.rules().login().phone().accepts(each).isAllowed());
            FormErrors errors = new FormErrors()
                    .addIf(number.isEmpty(), "telefoon-phone", "desk.phone.form")
                    .addIf(!seen.equals("ja") || !view.hasAccount(), "telefoon-seen", "desk.seen.missing");
            if (errors.any()) {
                return page.show(view, errors, model);
            }
            acts.resetPhone(desk.visit(request).orElseThrow(), view.account().orElseThrow(), number.orElseThrow());
            return "redirect:/balie/patient?melding=telefoon";
        });
    }

    @PostMapping("/balie/manieren-weghalen")
    String removeFactors(
            @RequestParam String patient,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String channel,
            HttpServletRequest request,
            Model model) {
        return page.with(request, patient, view -> {
            Optional<EnrolmentChannel> met = view.channel(channel);
            FormErrors errors = new FormErrors()
                    .addIf(met.isEmpty(), "manieren-channel", "desk.channel.missing")
                    .addIf(!seen.equals("ja") || !view.hasAccount(), "manieren-seen", "desk.seen.missing");
            if (errors.any()) {
                return page.show(view, errors, model);
            }
            acts.removeFactors(desk.visit(request).orElseThrow(), view.account().orElseThrow(), met.orElseThrow());
            return "redirect:/balie/patient?melding=manieren";
        });
    }

    @PostMapping("/balie/wachtwoordbrief")
    String passwordLetter(
            @RequestParam String patient,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String form,
            HttpServletRequest request,
            Model model) {
        return page.with(request, patient, view -> {
            Optional<EnrolmentChannel> met = view.channel(channel);
            FormErrors errors = new FormErrors()
                    .addIf(met.isEmpty(), "wachtwoordbrief-channel", "desk.channel.missing")
                    .addIf(!seen.equals("ja") || !view.hasPassword(), "wachtwoordbrief-seen", "desk.seen.missing");
            if (errors.any() || !desk.mayPrint(request, form)) {
                model.addAttribute("notice", errors.any() ? null : "desk.letter.twice");
                return page.show(view, errors, model);
            }
            DeskVisit visit = desk.visit(request).orElseThrow();
            return letters.temporaryPassword(view, visit, view.account().orElseThrow(), met.orElseThrow(), model);
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
            return "redirect:/balie/patient?melding=gesloten";
        });
    }
}

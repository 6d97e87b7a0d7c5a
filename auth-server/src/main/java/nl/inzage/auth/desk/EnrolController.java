package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.activation.Invitation;
import nl.inzage.auth.contact.EmailAddress;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.EnrolmentChannel;
import nl.inzage.policy.login.Identification;
import nl.inzage.policy.login.IdentityDocument;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Balie": giving somebody who was identified the way to an account, on paper or by e-mail as the hospital has it. */
@Controller
class EnrolController {

    private final IdentifiedForms forms;
    private final DeskSession desk;
    private final DeskLetters letters;
    private final MailedCredentials credentials;

    EnrolController(IdentifiedForms forms, DeskSession desk, DeskLetters letters, MailedCredentials credentials) {
        this.forms = forms;
        this.desk = desk;
        this.letters = letters;
        this.credentials = credentials;
    }

    @PostMapping("/balie/account-maken")
    String enrol(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        DeskForm form = new DeskForm("maken", typed, request, model);
        return forms.handle(
                form,
                PatientView::mayEnrol,
                (view, errors) -> judge(form, view, errors),
                patient -> forms.once(form, patient, () -> invite(form, patient)));
    }

    private String invite(DeskForm form, IdentifiedPatient patient) {
        PatientView view = patient.view();
        Invitation invitation = new Invitation(
                new HospitalId(desk.employee().hospital()),
                view.person().fhirId(),
                view.person().identifier(),
                view.person().birthDate().orElseThrow(),
                view.phone(form.value("phone")).orElseThrow(),
                view.asksEmail()
                        ? EmailAddress.read(form.value("email"))
                        : view.person().email(),
                Locale.forLanguageTag(form.value("language").equals("en") ? "en" : "nl"),
                patient.by().channel());
        return view.byCode()
                ? letters.activation(patient, invitation, form.model())
                : credentials.make(patient, invitation, form.model());
    }

    private static void judge(DeskForm form, PatientView view, FormErrors errors) {
        view.refuses(form.value("phone")).ifPresent(error -> errors.add(form.id("phone"), error));
        boolean none = form.value("email").isEmpty();
        errors.addIf(none && view.needsEmail(), form.id("email"), "desk.email.missing")
                .addIf(
                        !none && EmailAddress.read(form.value("email")).isEmpty(),
                        form.id("email"),
                        "activate.email.form");
        if (errors.any()) {
            return;
        }
        Identification by = new Identification(
                form.constant("channel", EnrolmentChannel.class).orElseThrow(),
                form.constant("document", IdentityDocument.class).orElseThrow());
        boolean again = view.byCode() && view.hadLetter();
        errors.addIf(
                again && !view.rules().activation().mayReissue(by.channel()),
                form.id("channel"),
                "desk.refused.reissue");
        Optional.of(view.rules().enrolment().mayEnrol(by, form.ticked("consent")))
                .filter(ruling -> !ruling.isAllowed())
                .ifPresent(ruling -> IdentifiedForms.refuse(form, ruling, errors));
    }
}

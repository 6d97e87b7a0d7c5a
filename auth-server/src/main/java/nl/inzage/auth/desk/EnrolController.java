package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.inzage.auth.activation.Invitation;
import nl.inzage.auth.contact.MobileNumber;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.EnrolmentChannel;
import nl.inzage.policy.login.EnrolmentRules;
import nl.inzage.policy.login.IdentityDocument;
import nl.inzage.policy.ruling.Ruling;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Balie": giving somebody who was identified the way to an account, on paper or by e-mail as the hospital has it. */
@Controller
class EnrolController {

    private final PatientPage page;
    private final DeskSession desk;
    private final DeskLetters letters;
    private final MailedCredentials credentials;

    EnrolController(PatientPage page, DeskSession desk, DeskLetters letters, MailedCredentials credentials) {
        this.page = page;
        this.desk = desk;
        this.letters = letters;
        this.credentials = credentials;
    }

    @PostMapping("/balie/account-maken")
    String enrol(
            @RequestParam String patient,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            Model model) {
        return page.with(request, patient, view -> {
            Optional<String> phone = MobileNumber.read(typed.getOrDefault("phone", ""));
            Optional<EnrolmentChannel> channel = constant(typed, "channel", EnrolmentChannel.class);
            FormErrors errors = judge(view, typed, channel, phone);
            model.addAttribute("typed", typed);
            if (errors.any() || !view.mayEnrol()) {
                return page.show(view, errors, model);
            }
            if (!desk.mayPrint(request, typed.getOrDefault("form", ""))) {
                model.addAttribute("notice", "desk.letter.twice");
                return page.show(view, errors, model);
            }
            Invitation invitation = new Invitation(
                    new HospitalId(desk.employee().hospital()),
                    patient,
                    view.person().identifier(),
                    view.person().birthDate().orElseThrow(),
                    phone.orElseThrow(),
                    Optional.of(typed.getOrDefault("email", "").strip()).filter(email -> !email.isEmpty()),
                    Locale.forLanguageTag(typed.getOrDefault("language", "nl")),
                    channel.orElseThrow());
            DeskVisit visit = desk.visit(request).orElseThrow();
            return view.byCode()
                    ? letters.activation(view, visit, invitation, model)
                    : credentials.send(view, visit, invitation, model);
        });
    }

    private static FormErrors judge(
            PatientView view, Map<String, String> typed, Optional<EnrolmentChannel> channel, Optional<String> phone) {
        FormErrors errors = new FormErrors();
        Optional<IdentityDocument> document = constant(typed, "document", IdentityDocument.class);
        errors.addIf(channel.isEmpty(), "channel", "desk.channel.missing")
                .addIf(
                        channel.isPresent()
                                && view.channel(typed.getOrDefault("channel", ""))
                                        .isEmpty(),
                        "channel",
                        "desk.refused.channel_not_offered")
                .addIf(document.isEmpty(), "document", "desk.document.missing")
                .addIf(!"ja".equals(typed.get("seen")), "seen", "desk.seen.missing")
                .addIf(
                        phone.filter(number -> view.rules()
                                        .login()
                                        .phone()
                                        .accepts(number)
                                        .isAllowed())
                                .isEmpty(),
                        "phone",
                        "desk.phone.form")
                .addIf(!view.byCode() && !typed.getOrDefault("email", "").contains("@"), "email", "desk.email.missing");
        if (!errors.any()) {
            Ruling<EnrolmentRules.Reason> ruling = view.rules()
                    .enrolment()
                    .mayEnrol(channel.orElseThrow(), document.orElseThrow(), "ja".equals(typed.get("consent")));
            errors.addIf(
                    !ruling.isAllowed(),
                    ruling.reason() == EnrolmentRules.Reason.CONSENT_NOT_SIGNED ? "consent" : "document",
                    "desk.refused." + ruling.reason().name().toLowerCase(Locale.ROOT));
        }
        return errors;
    }

    private static <E extends Enum<E>> Optional<E> constant(Map<String, String> typed, String field, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(typed.get(field)))
                .findFirst();
    }
}

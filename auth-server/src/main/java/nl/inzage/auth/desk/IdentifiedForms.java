package nl.inzage.auth.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nl.inzage.auth.page.FormErrors;
import nl.inzage.auth.page.PrintOnce;
import nl.inzage.policy.login.EnrolmentChannel;
import nl.inzage.policy.login.EnrolmentRules;
import nl.inzage.policy.login.Identification;
import nl.inzage.policy.login.IdentityDocument;
import nl.inzage.policy.ruling.Ruling;
import org.springframework.stereotype.Component;

/** What all forms have in common of which the patient must be identified first: where, with what, and that it was seen. */
@Component
class IdentifiedForms {

    private final PatientPage page;
    private final DeskSession desk;

    IdentifiedForms(PatientPage page, DeskSession desk) {
        this.page = page;
        this.desk = desk;
    }

    /**
     * Does what a form asks when the patient was identified; otherwise the page says what is missing.
     *
     * @param fits for which patients there is such a form
     * @param judge what else is wrong with the form
     * @param act what it asks; the answer is the page that follows
     */
    String handle(
            DeskForm form,
            Predicate<PatientView> fits,
            BiConsumer<PatientView, FormErrors> judge,
            Function<IdentifiedPatient, String> act) {
        return page.with(form.request(), form.value("patient"), view -> {
            FormErrors errors = new FormErrors();
            Optional<Identification> by = identification(form, view, errors);
            judge.accept(view, errors);
            form.model().addAttribute("sent", form);
            if (errors.any() || !fits.test(view)) {
                return page.show(view, errors, form.model());
            }
            DeskVisit visit = desk.visit(form.request()).orElseThrow();
            return act.apply(new IdentifiedPatient(view, visit, by.orElseThrow()));
        });
    }

    /** Makes a letter, unless this form made one: the browser's reload sends a form again. */
    String once(DeskForm form, IdentifiedPatient patient, Supplier<String> letter) {
        if (PrintOnce.mayPrint(form.request(), form.value("form"))) {
            return letter.get();
        }
        form.model().addAttribute("notice", "desk.letter.twice");
        return page.show(patient.view(), new FormErrors(), form.model());
    }

    private static Optional<Identification> identification(DeskForm form, PatientView view, FormErrors errors) {
        Optional<EnrolmentChannel> channel = form.constant("channel", EnrolmentChannel.class);
        Optional<IdentityDocument> document = form.constant("document", IdentityDocument.class);
        errors.addIf(channel.isEmpty(), form.id("channel"), "desk.channel.missing")
                .addIf(document.isEmpty(), form.id("document"), "desk.document.missing");
        Optional<Identification> by = channel.flatMap(where -> document.map(proof -> new Identification(where, proof)));
        by.map(view::identifies)
                .filter(ruling -> !ruling.isAllowed())
                .ifPresent(ruling -> refuse(form, ruling, errors));
        errors.addIf(!form.ticked("seen"), form.id("seen"), "desk.seen.missing");
        return by;
    }

    /** Says why somebody is not identified, or not to be enrolled, beside the field that it is about. */
    static void refuse(DeskForm form, Ruling<EnrolmentRules.Reason> ruling, FormErrors errors) {
        String field =
                switch (ruling.reason()) {
                    case CHANNEL_NOT_OFFERED -> "channel";
                    case CONSENT_NOT_SIGNED -> "consent";
                    case DOCUMENT_NOT_ACCEPTED, IDENTIFIED -> "document";
                };
        errors.add(form.id(field), "desk.refused." + ruling.reason().name().toLowerCase(Locale.ROOT));
    }
}

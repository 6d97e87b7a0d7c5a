package nl.inzage.auth.activation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Keeps people on the page where they are: nobody skips a step, and nobody loses one that is done. */
@Component
class EnrolmentPages {

    private final EnrolmentSteps steps;
    private final EnrolmentSession session;

    EnrolmentPages(EnrolmentSteps steps, EnrolmentSession session) {
        this.steps = steps;
        this.session = session;
    }

    /** Shows or handles a step when it is this browser's; otherwise leads to the one that is. */
    String at(Enrolment.Step step, HttpServletRequest request, Function<Enrolment, String> page) {
        Optional<Enrolment> enrolment = session.of(request);
        if (enrolment.isEmpty()) {
            return "redirect:/activeren?melding=verlopen";
        }
        Enrolment.Step next = steps.next(enrolment.get());
        return next == step ? page.apply(enrolment.get()) : "redirect:" + next.address();
    }

    /** The way to the next step. */
    String next(HttpServletRequest request) {
        return session.of(request)
                .map(enrolment -> "redirect:" + steps.next(enrolment).address())
                .orElse("redirect:/activeren?melding=verlopen");
    }
}

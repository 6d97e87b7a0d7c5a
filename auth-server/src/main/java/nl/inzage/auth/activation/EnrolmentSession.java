package nl.inzage.auth.activation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The browser's side of an enrolment: it holds the id only, and gets a new session when the code was right. */
@Component
class EnrolmentSession {

    private static final String ENROLMENT = "enrolment";

    private final Enrolments enrolments;

    EnrolmentSession(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    void begin(HttpServletRequest request, UUID enrolment) {
        request.getSession().setAttribute(ENROLMENT, enrolment);
        request.changeSessionId();
    }

    /** The enrolment of this browser, while it may go on. */
    Optional<Enrolment> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (UUID) session.getAttribute(ENROLMENT))
                .flatMap(enrolments::find);
    }

    void end(HttpServletRequest request) {
        request.getSession().removeAttribute(ENROLMENT);
    }
}

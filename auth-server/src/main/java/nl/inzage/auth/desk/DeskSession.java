package nl.inzage.auth.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.inzage.auth.page.PrintOnce;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.session.Login;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who works at the desk, and which patient is on the screen. A form of another patient's page is refused. */
@Component
class DeskSession {

    private static final String VISIT = "deskVisit";

    Login employee() {
        return ((LoggedIn) SecurityContextHolder.getContext().getAuthentication()).getPrincipal();
    }

    void open(HttpServletRequest request, DeskVisit visit) {
        request.getSession().setAttribute(VISIT, visit);
        PrintOnce.begin(request);
    }

    /** Leaves the screen empty. */
    void leave(HttpServletRequest request) {
        request.getSession().removeAttribute(VISIT);
    }

    Optional<DeskVisit> visit(HttpServletRequest request) {
        return Optional.ofNullable((DeskVisit) request.getSession().getAttribute(VISIT));
    }

    /** The visit that a form belongs to; nothing when another patient came on the screen since. */
    Optional<DeskVisit> visit(HttpServletRequest request, String patient) {
        return visit(request).filter(visit -> visit.patient().equals(patient));
    }
}

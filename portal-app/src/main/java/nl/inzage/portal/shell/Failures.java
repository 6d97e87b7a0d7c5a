package nl.inzage.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import nl.inzage.portal.fhir.TokenRefused;
import nl.inzage.portal.smart.AuthorizationServerSilent;
import nl.inzage.portal.smart.LoginExpired;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a visitor sees when a page cannot be made. */
@ControllerAdvice
class Failures {

    private static final String ENDED = "/uitgelogd?reden=verlopen";

    /** Ends on a page with a button and not at the login itself: two servers that disagree would make a circle. */
    @ExceptionHandler({LoginExpired.class, TokenRefused.class})
    void loginAgain(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(ENDED);
        } else {
            response.setHeader("HX-Redirect", ENDED);
        }
    }

    @ExceptionHandler(NotHere.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notHere() {
        return "error/404";
    }

    @ExceptionHandler({AuthorizationServerSilent.class, Unavailable.class})
    @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
    String silent() {
        return "error/503";
    }
}

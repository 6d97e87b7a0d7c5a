package nl.inzage.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page after how many seconds without doing anything the login ends; 0 for who is not logged in. */
@ControllerAdvice
class IdleTime {

    @ModelAttribute("idleSeconds")
    int seconds(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean loggedIn = SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn;
        return session != null && loggedIn ? session.getMaxInactiveInterval() : 0;
    }
}

package nl.inzage.auth.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;

/** Every way out of this server: the session ends, and the browser forgets what it kept of it (OWASP ASVS 14.3.1). */
public final class Leaving implements LogoutHandler {

    private final LogoutHandler session = new SecurityContextLogoutHandler();

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        session.logout(request, response, person);
        // Not the cookies: the choice of a language is no secret.
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }
}

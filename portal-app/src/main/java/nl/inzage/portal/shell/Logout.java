package nl.inzage.portal.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** One click ends everything: refresh token, portal session, what the browser kept, and the login at the server. */
@Component
class Logout {

    static final String PATH = "/uitloggen";
    private static final String LANDING = "/uitgelogd";

    private final LogoutHandler atTheServer;
    private final LogoutSuccessHandler wayOut;
    private final AccessDeniedHandlerImpl denied = new AccessDeniedHandlerImpl();

    Logout(LogoutHandler atTheServer, LogoutSuccessHandler wayOut) {
        this.atTheServer = atTheServer;
        this.wayOut = wayOut;
    }

    void configure(LogoutConfigurer<HttpSecurity> leaving) {
        leaving.addLogoutHandler(atTheServer)
                .addLogoutHandler(Logout::forgetInBrowser)
                .logoutSuccessHandler(wayOut);
    }

    /** Somebody who logs out after the session has ended has what he wanted. */
    void deniedOrTooLate(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        boolean leaving = HttpMethod.POST.matches(request.getMethod()) && PATH.equals(request.getServletPath());
        if (leaving && !loggedIn(request)) {
            response.sendRedirect(LANDING);
        } else {
            denied.handle(request, response, reason);
        }
    }

    /** Forged requests are refused before the user is known, so the session itself must tell. */
    private static boolean loggedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static void forgetInBrowser(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }
}

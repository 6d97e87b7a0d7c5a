package nl.inzage.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import nl.inzage.portal.smart.SmartUser;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Before any page, error pages included: the language that was chosen, the visitor the frame is drawn for, how long
 * the login lasts without doing anything, and the server where the account is.
 */
final class EveryPage implements HandlerInterceptor {

    private final LocaleResolver languages;
    private final String loginServer;

    EveryPage(LocaleResolver languages, String loginServer) {
        this.languages = languages;
        this.loginServer = loginServer;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Locale chosen = Languages.named(request.getParameter("taal"));
        if (chosen != null) {
            languages.setLocale(request, response, chosen);
        }
        request.setAttribute("visitor", visitor(request));
        request.setAttribute("loginServer", loginServer);
        request.setAttribute("idleSeconds", idleSeconds(request));
        return true;
    }

    private static int idleSeconds(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : session.getMaxInactiveInterval();
    }

    private static Visitor visitor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication login
                        && login.getPrincipal() instanceof SmartUser user
                ? new Visitor(
                        true, user.patient().isPresent(), user.greetingName().orElse(""))
                : new Visitor(false, false, "");
    }
}

package nl.inzage.auth.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** The browser's side of a login: its session gets a new id at each step (OWASP ASVS 7.2.4). */
@Component
public class LoginSession {

    private static final String PENDING = "pendingLogin";
    /** What stays when somebody comes in: where the person was going, and the token of forms. */
    private static final Set<String> KEPT =
            Set.of("SPRING_SECURITY_SAVED_REQUEST", HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN");

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final RequestCache requests;
    private final String home;
    private final PolicyBook policies;

    LoginSession(AuthSettings settings, RequestCache requests, PolicyBook policies) {
        this.policies = policies;
        this.requests = requests;
        this.home = settings.portalUrl().toString();
    }

    void passedPassword(HttpServletRequest request, UUID pendingLogin) {
        request.getSession().setAttribute(PENDING, pendingLogin);
        request.changeSessionId();
    }

    Optional<UUID> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (UUID) session.getAttribute(PENDING));
    }

    void forgetPending(HttpServletRequest request) {
        request.getSession().removeAttribute(PENDING);
    }

    /** The session of somebody who passed all that is asked; it ends after the hospital's idle time. */
    public void passedCode(HttpServletRequest request, HttpServletResponse response, Login login) {
        forgetWhatOthersBegan(request.getSession());
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new LoggedIn(login));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // As long as the portal's, which is told in the id token: else who left the portal alone is let in again.
        request.getSession().setMaxInactiveInterval((int) policies.require(new HospitalId(login.hospital()))
                .account()
                .session()
                .idle()
                .toSeconds());
    }

    /** Nobody goes on with what the person before began in this browser. */
    private static void forgetWhatOthersBegan(HttpSession session) {
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> !KEPT.contains(name))
                .forEach(session::removeAttribute);
    }

    boolean isLoggedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn;
    }

    /** Where the person was going: the app's authorization request, or else the portal. */
    public String destination(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = requests.getRequest(request, response);
        if (saved == null) {
            return home;
        }
        // Path and query only: scheme and host of a request are what the sender claimed.
        URI address = URI.create(saved.getRedirectUrl());
        requests.removeRequest(request, response);
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }
}

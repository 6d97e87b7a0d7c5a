package nl.inzage.auth.developer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.registration.RegisteredApp;
import nl.inzage.auth.registration.RegisteredApps;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which developer has this browser. It is no login: it opens no dossier, and a login in the same browser opens nothing here. */
@Component
class DeveloperSession {

    private static final String DEVELOPER = "developer";
    private static final String UNTIL = "developerUntil";
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final Developers developers;
    private final RegisteredApps apps;
    private final Clock clock;

    DeveloperSession(Developers developers, RegisteredApps apps, Clock clock) {
        this.developers = developers;
        this.apps = apps;
        this.clock = clock;
    }

    /** From now on it is this developer's; the session gets a new id. */
    void begin(HttpServletRequest request, Developer developer) {
        HttpSession session = request.getSession();
        session.setAttribute(DEVELOPER, developer.id());
        session.setAttribute(UNTIL, clock.instant().plus(LONGEST));
        if (!isLoggedIn()) {
            // How long somebody's login may rest is for the hospital to say.
            session.setMaxInactiveInterval((int) IDLE.toSeconds());
        }
        request.changeSessionId();
    }

    Optional<Developer> developer(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(DEVELOPER) instanceof UUID id
                        && session.getAttribute(UNTIL) instanceof Instant until
                        && clock.instant().isBefore(until)
                ? developers.byId(id)
                : Optional.empty();
    }

    /** An app of this developer; of anybody else's, and of one that is not there, the answer is the same. */
    RegisteredApp own(Developer developer, String clientId) {
        return apps.byId(clientId)
                .filter(app -> app.developer().equals(developer.id()) && !app.withdrawn())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        if (isLoggedIn()) {
            session.removeAttribute(DEVELOPER);
            session.removeAttribute(UNTIL);
        } else {
            session.invalidate();
        }
    }

    private static boolean isLoggedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn;
    }
}

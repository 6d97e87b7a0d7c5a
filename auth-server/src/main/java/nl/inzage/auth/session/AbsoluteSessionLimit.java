package nl.inzage.auth.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a login after eight hours, however busy it was (OWASP ASVS 7.3.2). */
public final class AbsoluteSessionLimit extends OncePerRequestFilter {

    /** The longest life of a login, and of the refresh tokens that may live no longer than it. */
    public static final Duration LIMIT = Duration.ofHours(8);

    private final Clock clock;

    public AbsoluteSessionLimit(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof LoggedIn person
                && person.getPrincipal().at().plus(LIMIT).isBefore(clock.instant())) {
            new Leaving().logout(request, response, person);
        }
        chain.doFilter(request, response);
    }
}

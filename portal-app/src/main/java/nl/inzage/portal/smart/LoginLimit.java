package nl.inzage.portal.smart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Ends a login after eight hours on every page and form, also where no token is needed: a page that only asks to stay
 * logged in would otherwise keep a session alive for ever (OWASP ASVS 7.3.2).
 */
@Component
public class LoginLimit implements HandlerInterceptor {

    private final Clock clock;

    LoginLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Looks at the login of this session, if there is one.
     *
     * @throws LoginExpired when it began too long ago
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean page = handler instanceof HandlerMethod;
        if (page
                && SessionTokens.in(request.getSession(false))
                        .filter(tokens -> tokens.tooOldAt(clock.instant()))
                        .isPresent()) {
            throw new LoginExpired();
        }
        return true;
    }
}

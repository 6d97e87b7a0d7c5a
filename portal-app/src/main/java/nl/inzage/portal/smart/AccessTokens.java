package nl.inzage.portal.smart;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Gives the access token of this session, refreshed when it is about to end. */
@Component
public class AccessTokens {

    private final TokenRefresh refresh;
    private final Clock clock;

    AccessTokens(TokenRefresh refresh, Clock clock) {
        this.refresh = refresh;
        this.clock = clock;
    }

    /**
     * The token to send to the FHIR server.
     *
     * @throws LoginExpired when there is none and none to be had
     */
    public String forSession(HttpSession session) {
        SmartTokens tokens = SessionTokens.in(session).orElseThrow(LoginExpired::new);
        Instant now = clock.instant();
        if (tokens.tooOldAt(now)) {
            throw new LoginExpired();
        }
        if (tokens.usableAt(now)) {
            return tokens.access();
        }
        // Not set in this request's copy of the session: saved at its end, it could undo a later refresh.
        return refresh.of(session.getId(), tokens).access();
    }
}

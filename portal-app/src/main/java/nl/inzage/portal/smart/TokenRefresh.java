package nl.inzage.portal.smart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Refreshes the tokens of a session once, however many tabs and nodes ask. A refresh token works once: a second use
 * counts as theft and ends the login (RFC 9700, 4.14.2), so the others wait for the first and take its result.
 */
@Component
class TokenRefresh {

    /** Longer than one exchange may take, so that only the lease of a node that died runs out. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 240;

    private final SessionRepository<? extends Session> sessions;
    private final RefreshLease lease;
    private final RefreshGrant grant;
    private final Clock clock;

    TokenRefresh(SessionRepository<? extends Session> sessions, RefreshLease lease, RefreshGrant grant, Clock clock) {
        this.sessions = sessions;
        this.lease = lease;
        this.grant = grant;
        this.clock = clock;
    }

    SmartTokens of(String sessionId, SmartTokens old) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            if (lease.take(sessionId, now, now.plus(LEASE))) {
                try {
                    return stored(sessionId)
                            .filter(tokens -> tokens.usableAt(now))
                            .orElseGet(() -> refreshed(sessions, sessionId, old));
                } finally {
                    lease.giveBack(sessionId);
                }
            }
            pause();
        }
        throw new AuthorizationServerSilent(null);
    }

    private Optional<SmartTokens> stored(String sessionId) {
        Session session = sessions.findById(sessionId);
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(SessionTokens.ATTRIBUTE));
    }

    /** Stored at once and not at the end of the request, because the others read what is stored. */
    private <S extends Session> SmartTokens refreshed(SessionRepository<S> repository, String id, SmartTokens old) {
        S session = repository.findById(id);
        if (session == null) {
            throw new LoginExpired();
        }
        SmartTokens latest = session.getAttribute(SessionTokens.ATTRIBUTE);
        SmartTokens fresh = grant.exchange(latest == null ? old : latest, clock.instant());
        session.setAttribute(SessionTokens.ATTRIBUTE, fresh);
        repository.save(session);
        return fresh;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationServerSilent(e);
        }
    }
}

package nl.inzage.fhir.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/**
 * Whether the grant that a token comes from still stands. A token lives five minutes, and its grant can end sooner: by
 * logging out, a withdrawal, a code or refresh token that is used twice, a death. The authorization server is asked
 * (RFC 7662), and the dossier itself whether its patient died; the answer is remembered for half a minute.
 */
final class StandingGrants {

    /** So that what has ended opens nothing after a minute, however the nodes' memories began. */
    static final Duration MEMORY = Duration.ofSeconds(30);

    private static final Duration QUIET = Duration.ofSeconds(3);

    private final OpaqueTokenIntrospector authorizationServer;
    private final Predicate<String> died;
    private final Ticker time;
    private final Cache<Jwt, CompletableFuture<Boolean>> said;

    /** Until when nobody is asked again; of the clock of {@code time}. */
    private final AtomicLong quietUntil;

    /**
     * Over the authorization server.
     *
     * @param died whether the patient with an id died; nobody's grant for that dossier stands then
     * @param time by which its answers grow old
     */
    StandingGrants(OpaqueTokenIntrospector authorizationServer, Predicate<String> died, Ticker time) {
        this.authorizationServer = authorizationServer;
        this.died = died;
        this.time = time;
        this.quietUntil = new AtomicLong(time.read());
        this.said = Caffeine.newBuilder()
                .weakKeys()
                .ticker(time)
                .expireAfterWrite(MEMORY)
                .build();
    }

    /**
     * Whether it stands.
     *
     * @param token with a good signature, the same object as long as it is remembered
     * @throws JwtException when nobody can tell: then nothing may be answered
     */
    boolean stands(Jwt token) {
        CompletableFuture<Boolean> known = said.getIfPresent(token);
        if (known != null) {
            return answer(known);
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> first = said.asMap().putIfAbsent(token, mine);
        if (first != null) {
            return answer(first);
        }
        try {
            mine.complete(ask(token));
        } catch (RuntimeException | Error unanswered) {
            said.asMap().remove(token, mine);
            mine.completeExceptionally(unanswered);
        }
        return answer(mine);
    }

    /** Whoever comes with the same token waits for the same answer. */
    private static boolean answer(CompletableFuture<Boolean> said) {
        try {
            return said.join();
        } catch (CompletionException unanswered) {
            throw new JwtException("Nobody says whether the grant stands", unanswered.getCause());
        }
    }

    private boolean ask(Jwt token) {
        // While the authorization server does not answer, waiting for it would keep all threads of this server busy.
        if (time.read() - quietUntil.get() < 0) {
            throw new JwtException("The authorization server did not answer a moment ago");
        }
        try {
            return authorizationServer.introspect(token.getTokenValue()) != null
                    && !(token.getClaims().get("patient") instanceof String patient && died.test(patient));
        } catch (BadOpaqueTokenException ended) {
            return false;
        } catch (OAuth2IntrospectionException unanswered) {
            quietUntil.set(time.read() + QUIET.toNanos());
            throw new JwtException("The authorization server does not say whether the grant stands", unanswered);
        }
    }
}

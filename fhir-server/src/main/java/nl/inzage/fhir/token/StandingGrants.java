package nl.inzage.fhir.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
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

    private final OpaqueTokenIntrospector authorizationServer;
    private final Predicate<String> died;
    private final Cache<Jwt, Boolean> said;

    /**
     * Over the authorization server.
     *
     * @param died whether the patient with an id died; nobody's grant for that dossier stands then
     * @param time by which its answers grow old
     */
    StandingGrants(OpaqueTokenIntrospector authorizationServer, Predicate<String> died, Ticker time) {
        this.authorizationServer = authorizationServer;
        this.died = died;
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
        return said.get(token, this::ask);
    }

    private boolean ask(Jwt token) {
        try {
            return authorizationServer.introspect(token.getTokenValue()) != null
                    && !(token.getClaims().get("patient") instanceof String patient && died.test(patient));
        } catch (BadOpaqueTokenException ended) {
            return false;
        } catch (OAuth2IntrospectionException unanswered) {
            throw new JwtException("The authorization server does not say whether the grant stands", unanswered);
        }
    }
}

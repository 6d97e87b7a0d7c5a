package nl.inzage.fhir.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;

/**
 * Whether the grant that a token comes from still stands. A token lives five minutes, and its grant can end sooner: by
 * logging out, a withdrawal, a block, a death, a code or refresh token that is used twice. The authorization server is
 * asked (RFC 7662) and what it said is remembered for half a minute.
 */
final class StandingGrants {

    /** So that what has ended opens nothing after a minute, however the nodes' memories began. */
    static final Duration MEMORY = Duration.ofSeconds(30);

    private final OpaqueTokenIntrospector authorizationServer;
    private final Cache<Jwt, Boolean> said;

    /**
     * Over the authorization server.
     *
     * @param time by which its answers grow old
     */
    StandingGrants(OpaqueTokenIntrospector authorizationServer, Ticker time) {
        this.authorizationServer = authorizationServer;
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
            return authorizationServer.introspect(token.getTokenValue()) != null;
        } catch (BadOpaqueTokenException ended) {
            return false;
        } catch (OAuth2IntrospectionException unanswered) {
            throw new JwtException("The authorization server does not say whether the grant stands", unanswered);
        }
    }
}

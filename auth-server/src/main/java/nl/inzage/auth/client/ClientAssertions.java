package nl.inzage.auth.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.inzage.auth.settings.AuthSettings;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Judges the assertion of an asymmetric client: its key, its issuer and subject, this token endpoint as the audience, an
 * end at most five minutes away, and a {@code jti} that was not seen before.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html">SMART 2.2</a>
 */
@Component
public class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final String tokenEndpoint;
    private final Clock clock;

    ClientAssertions(ClientKeys keys, UsedAssertions used, AuthSettings settings, Clock clock) {
        this.keys = keys;
        this.used = used;
        this.tokenEndpoint = settings.tokenEndpoint();
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return assertion -> decode(client, assertion);
    }

    private Jwt decode(RegisteredClient client, String assertion) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            refuseForeignKeyAddress(client, jwt.getHeader().getJWKURL());
            JWTClaimsSet claims = processor(keys.of(client)).process(jwt, null);
            check(client.getClientId(), claims);
            return Jwt.withTokenValue(assertion)
                    .header("alg", jwt.getHeader().getAlgorithm().getName())
                    .subject(claims.getSubject())
                    .build();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new BadJwtException("The assertion is not valid", e);
        }
    }

    private static void refuseForeignKeyAddress(RegisteredClient client, URI jku) {
        if (jku != null && !jku.toString().equals(client.getClientSettings().getJwkSetUrl())) {
            throw new BadJwtException("The assertion names another key set than the registered one");
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private void check(String clientId, JWTClaimsSet claims) {
        require(clientId.equals(claims.getIssuer()) && clientId.equals(claims.getSubject()), "iss and sub");
        require(claims.getAudience().equals(List.of(tokenEndpoint)), "aud");
        require(claims.getExpirationTime() != null, "exp");
        Instant now = clock.instant();
        Instant end = claims.getExpirationTime().toInstant();
        require(end.isAfter(now.minus(SKEW)) && !end.isAfter(now.plus(LONGEST).plus(SKEW)), "exp");
        Instant begin = claims.getNotBeforeTime() == null
                ? now
                : claims.getNotBeforeTime().toInstant();
        require(!begin.isAfter(now.plus(SKEW)), "nbf");
        String jti = claims.getJWTID();
        require(jti != null && !jti.isBlank() && used.isFirst(clientId, jti, end.plus(SKEW)), "jti");
    }

    private static void require(boolean condition, String claim) {
        if (!condition) {
            throw new BadJwtException("The assertion has no acceptable " + claim);
        }
    }
}

package nl.inzage.fhir.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import nl.inzage.fhir.FhirServerSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks signature, issuer, expiry, the door's own audience and, of a person's token, whether its grant still stands.
 * The keys are fetched at the first token, so this
 * server starts while the authorization server is down, and stay usable for a day when it goes down later.
 */
@Component
class TokenVerifiers {

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final FhirServerSettings settings;
    private final Clock clock;
    private final StandingGrants grants;
    private final JWKSource<SecurityContext> keys;

    TokenVerifiers(FhirServerSettings settings, StandingGrants grants, Clock clock) {
        this.settings = settings;
        this.grants = grants;
        this.clock = clock;
        this.keys = JWKSourceBuilder.<SecurityContext>create(
                        jwks(settings.issuer()), new DefaultResourceRetriever(2_000, 2_000, 64 * 1024))
                // Tokens with invented key ids may not make us ask the authorization server for each of them.
                .rateLimited(Duration.ofSeconds(30).toMillis())
                .outageTolerant(Duration.ofHours(24).toMillis())
                .build();
    }

    JwtDecoder forDoor(Door door) {
        JwtTimestampValidator time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        String audience = door.base(settings);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(signature());
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        return new RememberedTokens(
                decoder,
                new DelegatingOAuth2TokenValidator<Jwt>(
                        time,
                        new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                        new JwtIssuerValidator(settings.issuer().toString()),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audiences -> audiences != null && audiences.equals(List.of(audience)))),
                // A hospital's system has no grant of a person's that could end.
                door == Door.NARROW ? grants::stands : token -> true);
    }

    private DefaultJWTProcessor<SecurityContext> signature() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        // The claims are judged by the validators of the door.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private static URL jwks(URI issuer) {
        try {
            return URI.create(issuer + "/oauth2/jwks").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("INZAGE_ISSUER is no web address", e);
        }
    }
}

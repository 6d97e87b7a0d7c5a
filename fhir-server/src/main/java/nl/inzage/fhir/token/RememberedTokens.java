package nl.inzage.fhir.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute which tokens had a good signature: the whole token is the key, so another signature is
 * another token. What a token says is judged each time, its expiry above all.
 */
final class RememberedTokens implements JwtDecoder {

    /** So that a key that is taken out of use does not open anything for much longer. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private static final long MOST = 10_000;

    private final JwtDecoder signature;
    private final OAuth2TokenValidator<Jwt> claims;
    private final Cache<String, Jwt> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    /**
     * Over a decoder that checks the signature and nothing else.
     *
     * @param claims what is checked at each request
     */
    RememberedTokens(JwtDecoder signature, OAuth2TokenValidator<Jwt> claims) {
        this.signature = signature;
        this.claims = claims;
    }

    @Override
    public Jwt decode(String token) {
        Jwt decoded = known.getIfPresent(token);
        boolean isNew = decoded == null;
        Jwt jwt = isNew ? signature.decode(token) : decoded;
        var judged = claims.validate(jwt);
        if (judged.hasErrors()) {
            String reason = judged.getErrors().stream()
                    .map(OAuth2Error::getDescription)
                    .filter(text -> text != null && !text.isEmpty())
                    .findFirst()
                    .orElse("The token is not valid here");
            throw new JwtValidationException(
                    "An error occurred while attempting to decode the Jwt: " + reason, judged.getErrors());
        }
        if (isNew) {
            known.put(token, jwt);
        }
        return jwt;
    }
}

package nl.inzage.fhir.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute which tokens had a good signature: the whole token is the key, so another signature is
 * another token. What a token says is judged each time, its expiry above all, and whether its grant still stands.
 */
final class RememberedTokens implements JwtDecoder {

    /** So that a key that is taken out of use does not open anything for much longer. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private static final long MOST = 10_000;

    private final JwtDecoder signature;
    private final OAuth2TokenValidator<Jwt> claims;
    private final Predicate<Jwt> stands;
    private final Cache<String, Jwt> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    /**
     * Over a decoder that checks the signature and nothing else.
     *
     * @param claims what is checked at each request
     * @param stands whether the grant of a token that is in order has not ended
     */
    RememberedTokens(JwtDecoder signature, OAuth2TokenValidator<Jwt> claims, Predicate<Jwt> stands) {
        this.signature = signature;
        this.claims = claims;
        this.stands = stands;
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
            // Of those who come at once with a new token all go on with the same object: it is asked about once.
            Jwt first = known.asMap().putIfAbsent(token, jwt);
            jwt = first == null ? jwt : first;
        }
        if (!stands.test(jwt)) {
            throw new BadJwtException("The grant of this token has ended");
        }
        return jwt;
    }
}

package nl.inzage.fhir.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** What is remembered of a token is its signature, and nothing else. */
class RememberedTokensTest {

    private final List<String> verified = new ArrayList<>();
    private boolean inOrder = true;
    private boolean stands = true;
    private final JwtDecoder tokens = new RememberedTokens(
            this::verify,
            jwt -> inOrder
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", "Jwt expired", null)),
            jwt -> stands);

    private Jwt verify(String token) {
        verified.add(token);
        if (token.endsWith("forged")) {
            throw new BadJwtException("signature");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .issuedAt(Instant.EPOCH)
                .build();
    }

    @Test
    void a_signature_is_verified_once_and_another_one_again() {
        tokens.decode("claims.good");
        tokens.decode("claims.good");

        assertThat(verified).containsExactly("claims.good");
        assertThatThrownBy(() -> tokens.decode("claims.forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("claims.forged")).isInstanceOf(BadJwtException.class);
        assertThat(verified).containsExactly("claims.good", "claims.forged", "claims.forged");
    }

    @Test
    void a_token_that_is_known_still_expires() {
        tokens.decode("claims.good");
        inOrder = false;

        assertThatThrownBy(() -> tokens.decode("claims.good"))
                .isInstanceOf(JwtValidationException.class)
                .hasMessageContaining("Jwt expired");
    }

    @Test
    void a_token_that_is_known_opens_nothing_once_its_grant_has_ended() {
        tokens.decode("claims.good");
        stands = false;

        assertThatThrownBy(() -> tokens.decode("claims.good")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_that_was_not_in_order_is_not_remembered() {
        inOrder = false;
        assertThatThrownBy(() -> tokens.decode("claims.good")).isInstanceOf(JwtValidationException.class);
        inOrder = true;
        tokens.decode("claims.good");

        assertThat(verified).hasSize(2);
    }
}

package nl.inzage.auth.smart;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import nl.inzage.auth.session.AbsoluteSessionLimit;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.GrantEnd;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Makes refresh tokens, public clients included, only where the person allowed online or offline access (SMART 2.2),
 * until the moment that the person chose. The end of the first one is the end of all that replace it.
 */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private static final Duration OFFLINE = Duration.ofDays(90);

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public OAuth2RefreshToken generate(OAuth2TokenContext context) {
        Set<String> scopes = context.getAuthorization() == null
                ? Set.of()
                : context.getAuthorization().getAuthorizedScopes();
        boolean offline = scopes.contains("offline_access");
        boolean wanted = OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType());
        if (!wanted || (!offline && !scopes.contains("online_access"))) {
            return null;
        }
        byte[] value = new byte[48];
        random.nextBytes(value);
        Instant now = clock.instant();
        Instant end = Optional.ofNullable(context.getAuthorization().getRefreshToken())
                .map(OAuth2Authorization.Token::getToken)
                .map(OAuth2RefreshToken::getExpiresAt)
                .or(() -> GrantEnd.of(context.getAuthorization()).map(GrantEnd::at))
                .orElseGet(() -> offline ? now.plus(OFFLINE) : endOfLogin(context));
        return new OAuth2RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(value), now, end);
    }

    /** No login lasts longer, so that access for as long as somebody is logged in does not either. */
    private Instant endOfLogin(OAuth2TokenContext context) {
        Instant began = context.getPrincipal() instanceof LoggedIn person
                ? person.getPrincipal().at()
                : clock.instant();
        return began.plus(AbsoluteSessionLimit.LIMIT);
    }
}

package nl.inzage.auth.smart;

import java.util.HashSet;
import java.util.Set;
import nl.inzage.auth.token.Grants;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Lets a refresh ask for a part of a scope that was granted. The library compares scopes as texts, so for one such request
 * it is told that what is asked was granted; the grant itself stays as it is (RFC 6749 section 6).
 */
public final class NarrowedRefresh implements AuthenticationProvider {

    private final AuthenticationProvider library;
    private final Grants grants;
    private final OAuth2TokenGenerator<? extends OAuth2Token> tokens;

    public NarrowedRefresh(
            AuthenticationProvider library, Grants grants, OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
        this.library = library;
        this.grants = grants;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2RefreshTokenAuthenticationToken request = (OAuth2RefreshTokenAuthenticationToken) authentication;
        OAuth2Authorization grant = grants.findByToken(request.getRefreshToken(), OAuth2TokenType.REFRESH_TOKEN);
        boolean narrows = grant != null
                && !ScopeSet.of(request.getScopes()).isTooLong()
                && !grant.getAuthorizedScopes().containsAll(request.getScopes())
                && ScopeSet.of(grant.getAuthorizedScopes()).coversAll(ScopeSet.of(request.getScopes()));
        return narrows
                ? new OAuth2RefreshTokenAuthenticationProvider(new Widened(request.getScopes()), tokens)
                        .authenticate(request)
                : library.authenticate(request);
    }

    @Override
    public boolean supports(Class<?> type) {
        return library.supports(type);
    }

    /** The grants as one request sees them. */
    private final class Widened implements OAuth2AuthorizationService {

        private final Set<String> asked;

        Widened(Set<String> asked) {
            this.asked = asked;
        }

        @Override
        public void save(OAuth2Authorization seen) {
            Set<String> granted = grants.findById(seen.getId()).getAuthorizedScopes();
            grants.save(OAuth2Authorization.from(seen).authorizedScopes(granted).build());
        }

        @Override
        public void remove(OAuth2Authorization seen) {
            grants.remove(seen);
        }

        @Override
        public OAuth2Authorization findById(String id) {
            return grants.findById(id);
        }

        @Override
        public OAuth2Authorization findByToken(String value, OAuth2TokenType type) {
            OAuth2Authorization grant = grants.findByToken(value, type);
            if (grant == null) {
                return null;
            }
            Set<String> scopes = new HashSet<>(grant.getAuthorizedScopes());
            scopes.addAll(asked);
            return OAuth2Authorization.from(grant).authorizedScopes(scopes).build();
        }
    }
}

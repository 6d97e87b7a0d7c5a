package nl.inzage.auth.smart;

import nl.inzage.auth.client.ClientSetting;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/**
 * Tells a client about its own tokens, and about others' only when it is registered to ask (RFC 7662 section 4: callers
 * must not fish for tokens). The library tells every client everything.
 */
public final class Introspection implements AuthenticationProvider {

    private final AuthenticationProvider library;
    private final OAuth2AuthorizationService grants;
    private final StillAllowed allowed;

    public Introspection(AuthenticationProvider library, OAuth2AuthorizationService grants, StillAllowed allowed) {
        this.library = library;
        this.grants = grants;
        this.allowed = allowed;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2TokenIntrospectionAuthenticationToken question =
                (OAuth2TokenIntrospectionAuthenticationToken) authentication;
        OAuth2Authorization grant = grants.findByToken(question.getToken(), null);
        if (grant != null
                && question.getPrincipal() instanceof OAuth2ClientAuthenticationToken asker
                && asker.getRegisteredClient() != null
                && !(mayKnow(asker, grant) && allowed.holds(grant))) {
            return new OAuth2TokenIntrospectionAuthenticationToken(
                    question.getToken(),
                    asker,
                    OAuth2TokenIntrospection.builder().build());
        }
        return library.authenticate(authentication);
    }

    private static boolean mayKnow(OAuth2ClientAuthenticationToken asker, OAuth2Authorization grant) {
        return asker.getRegisteredClient().getId().equals(grant.getRegisteredClientId())
                || "true".equals(ClientSetting.INTROSPECTION.of(asker.getRegisteredClient()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return library.supports(type);
    }
}

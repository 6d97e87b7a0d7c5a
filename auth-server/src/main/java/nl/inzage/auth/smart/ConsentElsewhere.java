package nl.inzage.auth.smart;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/**
 * Takes no answer of a person at the authorization endpoint: it comes to the consent page, which knows more than scopes as
 * texts, and whose forms no other site can send.
 */
public final class ConsentElsewhere implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication answer) {
        throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST), null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2AuthorizationConsentAuthenticationToken.class.isAssignableFrom(type);
    }
}

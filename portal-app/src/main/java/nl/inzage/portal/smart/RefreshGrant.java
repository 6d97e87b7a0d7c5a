package nl.inzage.portal.smart;

import java.time.Instant;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Exchanges a refresh token, and tells "you are out" from "nobody answers". */
@Component
class RefreshGrant {

    private final SmartRegistration registration;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens;

    RefreshGrant(
            SmartRegistration registration, OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens) {
        this.registration = registration;
        this.tokens = tokens;
    }

    SmartTokens exchange(SmartTokens old, Instant now) {
        if (old.refresh() == null) {
            throw new LoginExpired();
        }
        ClientRegistration client = registration.registration().orElseThrow(() -> new AuthorizationServerSilent(null));
        try {
            return old.refreshedBy(
                    tokens.getTokenResponse(
                            new OAuth2RefreshTokenGrantRequest(client, old.accessToken(), old.refreshToken())),
                    now);
        } catch (OAuth2AuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                throw new LoginExpired();
            }
            throw new AuthorizationServerSilent(e);
        } catch (RestClientException e) {
            throw new AuthorizationServerSilent(e);
        }
    }
}

package nl.inzage.auth.consent;

import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** Remembers no consent: an app asks each time, and the grant itself is the record of what was allowed. */
@Component
class NoRememberedConsent implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent consent) {}

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {}

    @Override
    public OAuth2AuthorizationConsent findById(String clientId, String principalName) {
        return null;
    }
}

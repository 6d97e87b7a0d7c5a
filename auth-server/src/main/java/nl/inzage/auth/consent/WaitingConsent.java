package nl.inzage.auth.consent;

import java.util.Optional;
import nl.inzage.auth.token.LaunchContext;
import nl.inzage.policy.smart.ConsentOffer;
import nl.inzage.policy.smart.PatientTypes;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** An app's request that waits for its user's answer. */
record WaitingConsent(OAuth2Authorization grant, RegisteredClient client) {

    OAuth2AuthorizationRequest request() {
        return grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
    }

    /** What the app gets when the person leaves nothing out: negotiated before, so within its registration. */
    ScopeSet asked() {
        return ScopeSet.of(request().getScopes());
    }

    ScopeSet registered() {
        return ScopeSet.of(client.getScopes());
    }

    /** Whether the app is registered still for what it asked and for where the answer goes. */
    boolean isRegisteredStill() {
        return registered().coversAll(asked())
                && client.getRedirectUris().contains(request().getRedirectUri());
    }

    ConsentOffer offer() {
        return ConsentOffer.of(asked(), PatientTypes.ALL);
    }

    /** Whether the app asks for access beyond the login. */
    boolean asksToLast() {
        return asked().contains("offline_access");
    }

    /** Whether the person has to say yes; the hospital's own portal only asks whose dossier it is about. */
    boolean needsYes() {
        return client.getClientSettings().isRequireAuthorizationConsent();
    }

    Optional<LaunchContext> context() {
        return LaunchContext.of(grant);
    }

    /** Whether it is still to be said whose dossier it is about. */
    boolean needsDossier() {
        return asked().concernsOnePatient() && context().isEmpty();
    }
}

package nl.inzage.portal.smart;

import java.util.Optional;
import nl.inzage.portal.settings.PortalSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.stereotype.Component;

/** The portal as a confidential SMART client; it exists once discovery has succeeded. */
@Component
class SmartRegistration implements ClientRegistrationRepository {

    static final String ID = "inzage";
    static final String CLIENT_ID = "portal";
    static final String REDIRECT_PATH = "/login/smart";

    private final SmartDiscovery discovery;
    private final PortalSettings settings;

    SmartRegistration(SmartDiscovery discovery, PortalSettings settings) {
        this.discovery = discovery;
        this.settings = settings;
    }

    @Override
    public ClientRegistration findByRegistrationId(String registrationId) {
        return ID.equals(registrationId) ? registration().orElse(null) : null;
    }

    Optional<ClientRegistration> registration() {
        return discovery.endpoints().map(this::registration);
    }

    private ClientRegistration registration(SmartEndpoints endpoints) {
        return ClientRegistration.withRegistrationId(ID)
                .clientId(CLIENT_ID)
                .clientSecret(settings.portalClientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.portalUrl() + REDIRECT_PATH)
                .scope(SmartScopes.ASKED)
                .authorizationUri(endpoints.authorization())
                .tokenUri(endpoints.token())
                .jwkSetUri(endpoints.keys())
                .issuerUri(endpoints.issuer())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
    }
}

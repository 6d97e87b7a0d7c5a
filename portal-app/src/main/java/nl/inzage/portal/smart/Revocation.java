package nl.inzage.portal.smart;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.inzage.portal.settings.PortalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Takes a refresh token back, so that nobody can go on with it (RFC 7009). A failure never keeps a patient in. */
@Component
class Revocation {

    private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);

    private final SmartDiscovery discovery;
    private final PortalSettings settings;
    private final RestClient http;

    Revocation(SmartDiscovery discovery, PortalSettings settings, AuthorizationServerHttp http) {
        this.discovery = discovery;
        this.settings = settings;
        this.http = http.client();
    }

    void revoke(String refreshToken) {
        discovery.endpoints().map(SmartEndpoints::revocation).ifPresent(address -> revoke(address, refreshToken));
    }

    private void revoke(String address, String refreshToken) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("token", refreshToken);
        form.add("token_type_hint", "refresh_token");
        try {
            http.post()
                    .uri(address)
                    .headers(headers -> headers.setBasicAuth(SmartRegistration.CLIENT_ID, secret()))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            LOG.warn("The refresh token could not be revoked: {}", e.getClass().getSimpleName());
        }
    }

    /** RFC 6749, 2.3.1: encoded before it goes into the header. */
    private String secret() {
        return URLEncoder.encode(settings.portalClientSecret(), StandardCharsets.UTF_8);
    }
}

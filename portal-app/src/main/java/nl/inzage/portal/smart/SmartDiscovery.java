package nl.inzage.portal.smart;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.inzage.portal.settings.PortalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the FHIR server where to log in, at first need and not at start: the portal may be up before the others. */
@Component("smart")
class SmartDiscovery implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SmartDiscovery.class);

    private final RestClient http;
    private final PortalSettings settings;
    private final AtomicReference<SmartEndpoints> known = new AtomicReference<>();

    SmartDiscovery(AuthorizationServerHttp http, PortalSettings settings) {
        this.http = http.client();
        this.settings = settings;
    }

    /** Empty as long as the servers do not answer or name another issuer than the one we were told to trust. */
    Optional<SmartEndpoints> endpoints() {
        if (known.get() == null) {
            discover().ifPresent(known::set);
        }
        return Optional.ofNullable(known.get());
    }

    /** Ready is: somebody can log in. */
    @Override
    public Health health() {
        return endpoints().isPresent() ? Health.up().build() : Health.down().build();
    }

    private Optional<SmartEndpoints> discover() {
        try {
            SmartEndpoints found = get(settings.narrowDoor() + "/.well-known/smart-configuration");
            if (found == null || !found.usableFor(settings.issuer())) {
                LOG.warn("smart-configuration is incomplete or does not name the issuer of INZAGE_ISSUER");
                return Optional.empty();
            }
            return Optional.of(found.endSession() == null ? found.withEndSession(endSession()) : found);
        } catch (RestClientException e) {
            LOG.info("smart-configuration is not there yet: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** SMART's own document has no place for the end of a session; OpenID Connect's has. */
    private String endSession() {
        SmartEndpoints openId = get(settings.issuer() + "/.well-known/openid-configuration");
        return openId == null ? null : openId.endSession();
    }

    private SmartEndpoints get(String address) {
        return http.get().uri(address).retrieve().body(SmartEndpoints.class);
    }
}

package nl.inzage.auth.page;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.auth.client.Clients;
import nl.inzage.auth.settings.AuthSettings;
import org.springframework.stereotype.Component;

/**
 * What a page may load and where its forms may lead. Browsers hold {@code form-action} against the redirects after a form
 * too, so the addresses of the registered apps have to be in it.
 */
@Component
public class ContentSecurityPolicy {

    private final Clients clients;
    private final AuthSettings settings;

    ContentSecurityPolicy(Clients clients, AuthSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    /** The header's value. */
    public String value() {
        Set<String> destinations = new TreeSet<>();
        destinations.add(origin(settings.portalUrl()));
        clients.redirectUris().forEach(uri -> destinations.add(origin(URI.create(uri))));
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + String.join(" ", destinations);
    }

    private static String origin(URI address) {
        return address.getRawAuthority() == null
                ? address.getScheme() + ":"
                : address.getScheme() + "://" + address.getRawAuthority();
    }
}

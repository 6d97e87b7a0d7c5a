package nl.inzage.auth.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import nl.inzage.auth.client.Clients;
import nl.inzage.auth.settings.AuthSettings;
import org.springframework.stereotype.Component;

/**
 * What a page may load and where its forms may lead. Browsers hold {@code form-action} against the redirects after a form
 * too, so the addresses of the registered apps have to be in it.
 */
@Component
public class ContentSecurityPolicy {

    private static final String ALSO = ContentSecurityPolicy.class.getName() + ".also";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Clients clients;
    private final AuthSettings settings;
    private final List<FormDestination> others;
    private final Clock clock;
    private final AtomicReference<Made> made = new AtomicReference<>(new Made("", Instant.MIN));

    ContentSecurityPolicy(Clients clients, AuthSettings settings, List<FormDestination> others, Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.others = others;
        this.clock = clock;
    }

    /** The header's value for an answer: the app that the person is on the way to may be one of a developer. */
    public String value(HttpServletRequest request) {
        return request.getAttribute(ALSO) instanceof String destination ? value() + " " + destination : value();
    }

    /** Lets the forms of one page lead to this address as well: of strangers' apps no other page needs to know. */
    public static void lead(HttpServletRequest request, String redirectUri) {
        request.setAttribute(ALSO, origin(URI.create(redirectUri)));
    }

    /** What holds for all answers; it follows the operator's registrations within a minute. */
    private String value() {
        Made last = made.get();
        if (clock.instant().isBefore(last.until())) {
            return last.value();
        }
        String value = make();
        made.set(new Made(value, clock.instant().plus(KEPT)));
        return value;
    }

    private String make() {
        Set<String> destinations = new TreeSet<>();
        destinations.add(origin(settings.portalUrl()));
        others.forEach(other -> other.formDestinations().forEach(uri -> destinations.add(origin(uri))));
        clients.redirectUris().forEach(uri -> destinations.add(origin(URI.create(uri))));
        return "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + String.join(" ", destinations);
    }

    private static String origin(URI address) {
        return address.getHost() != null && address.getScheme().matches("https?")
                ? address.getScheme() + "://" + address.getRawAuthority()
                : address.getScheme() + ":";
    }

    private record Made(String value, Instant until) {}
}

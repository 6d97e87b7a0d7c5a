package nl.inzage.auth.config;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.inzage.auth.client.Clients;
import nl.inzage.auth.smart.SmartTokenResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Which pages of other sites may read our answers: discovery any, the token endpoint the registered origins of apps (SMART 2.2,
 * "Considerations for CORS"). Never with cookies.
 */
@Component("corsConfigurationSource")
class CrossOrigin implements CorsConfigurationSource {

    private static final Set<String> OF_ALL = Set.of("/oauth2/jwks", SmartTokenResponse.STYLE);
    private static final Set<String> OF_APPS = Set.of("/oauth2/token", "/oauth2/revoke");

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Clients clients;

    CrossOrigin(Clients clients) {
        this.clients = clients;
    }

    @Override
    public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String path = request.getServletPath();
        CorsConfiguration allowed = new CorsConfiguration();
        if (path.startsWith("/.well-known/") || OF_ALL.contains(path)) {
            allowed.setAllowedOrigins(List.of(CorsConfiguration.ALL));
            allowed.setAllowedMethods(List.of("GET"));
            return allowed;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (OF_APPS.contains(path)) {
            // One origin asks: the others are none of its business.
            allowed.setAllowedOrigins(origin != null && clients.hasOrigin(origin) ? List.of(origin) : List.of());
            allowed.setAllowedMethods(List.of("POST"));
            allowed.setAllowedHeaders(List.of("Authorization", "Content-Type"));
            allowed.setMaxAge(REMEMBERED);
            return allowed;
        }
        return null;
    }
}

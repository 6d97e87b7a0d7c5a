package nl.inzage.auth.config;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import nl.inzage.auth.client.Clients;
import nl.inzage.auth.smart.SmartTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Which pages of other sites may read our answers: discovery any, the token endpoint those of registered apps (SMART 2.2,
 * "Considerations for CORS"). Never with cookies.
 */
@Component("corsConfigurationSource")
class CrossOrigin implements CorsConfigurationSource {

    private static final Set<String> OF_ALL = Set.of("/oauth2/jwks", SmartTokenResponse.STYLE);
    private static final Set<String> OF_APPS = Set.of("/oauth2/token", "/oauth2/revoke");

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
        if (OF_APPS.contains(path)) {
            allowed.setAllowedOrigins(clients.redirectUris().stream()
                    .map(URI::create)
                    .filter(uri -> uri.getRawAuthority() != null)
                    .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                    .distinct()
                    .toList());
            allowed.setAllowedMethods(List.of("POST"));
            allowed.setAllowedHeaders(List.of("Authorization", "Content-Type"));
            return allowed;
        }
        return null;
    }
}

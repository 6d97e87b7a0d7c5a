package nl.inzage.fhir.token;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.view.Deaths;
import nl.inzage.fhir.watch.Watch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.support.BasicAuthenticationInterceptor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.web.client.RestTemplate;

/** Ties the narrow door to what the authorization server knows: which grants stand, and where apps call from. */
@Configuration(proxyBeanMethods = false)
class GrantConfiguration {

    /** The id that this server is registered with there, as a resource server. */
    static final String CLIENT = "fhir-server";

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** So that an app that is registered, or withdrawn, is known here within a minute. */
    private static final Duration ORIGINS_AGAIN = Duration.ofSeconds(10);

    @Bean
    @DependsOn("releasedSchema")
    StandingGrants standingGrants(FhirServerSettings settings, DataSource dataSource) {
        return new StandingGrants(
                new SpringOpaqueTokenIntrospector(settings.issuer() + "/oauth2/introspect", client(settings)),
                new Deaths(new JdbcTemplate(dataSource))::isOf,
                Ticker.systemTicker());
    }

    @Bean
    RegisteredOrigins registeredOrigins(FhirServerSettings settings) {
        RestTemplate client = client(settings);
        return new RegisteredOrigins(
                () -> Set.copyOf(client.getForObject(settings.issuer() + "/oauth2/origins", Origins.class)
                        .origins()));
    }

    @Bean
    Watch watchOfOrigins(RegisteredOrigins origins) {
        return new Watch("registered-origins", ORIGINS_AGAIN, origins::ask, origins::unanswered);
    }

    /** What the authorization server answers. */
    record Origins(List<String> origins) {}

    private static RestTemplate client(FhirServerSettings settings) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(LONGEST);
        http.setReadTimeout(LONGEST);
        RestTemplate client = new RestTemplate(http);
        // RFC 6749 section 2.3.1: both are form-encoded before they are joined.
        client.getInterceptors()
                .add(new BasicAuthenticationInterceptor(
                        CLIENT, URLEncoder.encode(settings.introspectionSecret(), StandardCharsets.UTF_8)));
        return client;
    }
}

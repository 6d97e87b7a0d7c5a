package nl.inzage.portal.outbox;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import nl.inzage.portal.settings.PortalSettings;
import nl.inzage.portal.settings.SettingRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;

/** The outbox exists in profile demo only and for this machine only; whoever delivers needs the token as well. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class OutboxAccess {

    private static final Set<String> NAMES_OF_HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final byte[] expected;

    OutboxAccess(PortalSettings settings) {
        if (settings.outboxToken() == null || settings.outboxToken().isEmpty()) {
            throw new SettingRefused("INZAGE_OUTBOX_TOKEN", "is needed in profile demo");
        }
        expected = ("Bearer " + settings.outboxToken()).getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    Outbox outbox() {
        return new Outbox();
    }

    @Bean
    @Order(2)
    SecurityFilterChain demoOutbox(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demo/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST)
                        .access((who, context) ->
                                new AuthorizationDecision(here(context.getRequest()) && delivers(context.getRequest())))
                        .anyRequest()
                        .access((who, context) -> new AuthorizationDecision(here(context.getRequest()))))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:;"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'")))
                .build();
    }

    private boolean delivers(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static boolean here(HttpServletRequest request) {
        // A site that lets its own name point to this machine must not read the codes either.
        if (!NAMES_OF_HERE.contains(request.getServerName())) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

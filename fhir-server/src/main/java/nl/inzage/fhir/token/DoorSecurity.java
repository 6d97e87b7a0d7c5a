package nl.inzage.fhir.token;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.Arrays;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/** One filter chain a door, so that a token for one opens nothing at the other; everything else stays shut. */
@Configuration(proxyBeanMethods = false)
class DoorSecurity {

    private final TokenVerifiers verifiers;
    private final DoorKeeper keeper;

    DoorSecurity(TokenVerifiers verifiers, DoorKeeper keeper) {
        this.verifiers = verifiers;
        this.keeper = keeper;
    }

    @Bean
    @Order(1)
    SecurityFilterChain fullDoorFilters(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(request -> Door.FULL.leadsTo(Door.path(request)))
                .cors(withDefaults())
                .authorizeHttpRequests(requests -> requests.requestMatchers(Door.FULL::isDiscovery)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(keeper)
                        .jwt(jwt -> jwt.decoder(verifiers.forDoor(Door.FULL))
                                .jwtAuthenticationConverter(SystemAuthentication::from))
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(keeper);
                                return filter;
                            }
                        }))
                .build();
    }

    /** What the {@link Gate} leaves: the documents that anyone may read. */
    @Bean
    @Order(2)
    SecurityFilterChain narrowDoorFilters(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(request -> Door.NARROW.leadsTo(Door.path(request)))
                .cors(withDefaults())
                .authorizeHttpRequests(requests -> requests.requestMatchers(Door.NARROW::isDiscovery)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(keeper))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain healthFilters(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain otherFilters(HttpSecurity http) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(keeper))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** Each filter would be watched at each request, for figures that nobody asks. */
    @Bean
    SecurityObservationSettings withoutObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** SMART App Launch 2.2, "CORS support": what tells an app how to begin is readable from any origin. */
    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        CorsConfiguration anyOrigin = new CorsConfiguration();
        anyOrigin.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anyOrigin.setAllowedMethods(Door.READING);
        anyOrigin.setAllowedHeaders(List.of("Accept", "If-None-Match"));
        anyOrigin.setExposedHeaders(List.of("ETag"));
        return request ->
                Arrays.stream(Door.values()).anyMatch(door -> door.discovery().contains(Door.path(request)))
                        ? anyOrigin
                        : null;
    }
}

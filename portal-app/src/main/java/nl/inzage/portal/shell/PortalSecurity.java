package nl.inzage.portal.shell;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may open what: a short list of public pages, and behind a login everything else. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    private static final String[] PUBLIC = {
        "/", "/hulp", "/toegankelijkheid", "/privacy", "/inloggen", "/inloggen/mislukt", "/uitgelogd", "/error"
    };

    private static final String[] ASSETS = {
        "/inzage*.css", "/session*.js", "/nl-design-system/**", "/webjars/**", "/beeld/**", "/favicon.ico"
    };

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain portal(HttpSecurity http, Login login, Logout logout, PageHeaders headers) throws Exception {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, PUBLIC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, ASSETS)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2Login(login::configure)
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(login::ask).accessDeniedHandler(logout::deniedOrTooLate))
                .requestCache(cache -> cache.requestCache(login.remembered()))
                .logout(leaving -> {
                    leaving.logoutRequestMatcher(
                            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, Logout.PATH));
                    logout.configure(leaving);
                })
                .headers(headers::configure)
                .build();
    }
}

package nl.inzage.auth.config;

import nl.inzage.auth.client.Clients;
import nl.inzage.auth.client.ResourceServers;
import nl.inzage.auth.smart.TokenErrors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** {@code /oauth2/origins}: for resource servers, who prove themselves as they do at introspection. */
@Configuration(proxyBeanMethods = false)
class OriginsEndpoint {

    @Bean
    @Order(1)
    SecurityFilterChain originsOfApps(HttpSecurity http, Clients clients) throws Exception {
        return http.securityMatcher("/oauth2/origins")
                .authenticationManager(new ProviderManager(new ResourceServers(clients)))
                .httpBasic(basic -> basic.authenticationEntryPoint(new TokenErrors()::commence))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new TokenErrors()::commence))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}

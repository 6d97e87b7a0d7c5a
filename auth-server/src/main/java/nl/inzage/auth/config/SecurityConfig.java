package nl.inzage.auth.config;

import java.time.Clock;
import nl.inzage.auth.account.AccountKind;
import nl.inzage.auth.page.ContentSecurityPolicy;
import nl.inzage.auth.session.AbsoluteSessionLimit;
import nl.inzage.auth.settings.AuthSettings;
import nl.inzage.auth.smart.PostedAuthorize;
import nl.inzage.auth.smart.SmartTokenResponse;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may call what: first what is closed, then the OAuth endpoints, then the pages. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

    private static final String[] NOT_OFFERED = {
        "/oauth2/device_authorization", "/oauth2/device_verification", "/oauth2/par", "/userinfo", "/connect/register"
    };
    private static final String[] OPEN = {
        "/inloggen",
        "/inloggen/**",
        "/activeren",
        "/activeren/**",
        "/wachtwoord-vergeten",
        "/wachtwoord-vergeten/**",
        "/gebruikersnaam-vergeten",
        "/hulp",
        "/ontwikkelaars",
        "/ontwikkelaars/**",
        "/",
        "/error",
        "/inzage.css",
        "/inzage.svg",
        SmartTokenResponse.STYLE,
        "/passkeys.js",
        "/session.js",
        "/nl-design-system/**",
        "/actuator/health/**"
    };

    @Bean
    AuthorizationServerSettings authorizationServerSettings(AuthSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, exception) -> response.sendError(404)))
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain whatTheLibraryOffersAndWeDoNot(HttpSecurity http) throws Exception {
        return http.securityMatcher(NOT_OFFERED)
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, exception) -> response.sendError(404)))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain oauthEndpoints(
            HttpSecurity http,
            ClientAuthentication clientAuthentication,
            AuthorizeEndpoint authorize,
            TokenEndpoint token,
            OtherEndpoints others,
            ContentSecurityPolicy policy,
            Clock clock)
            throws Exception {
        OAuth2AuthorizationServerConfigurer server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, endpoints -> {
                    endpoints
                            .clientAuthentication(clientAuthentication)
                            .authorizationEndpoint(authorize)
                            .tokenEndpoint(token);
                    others.customize(endpoints);
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(EntryPoints::ofOAuth)
                // The library accepts access tokens here, for an endpoint that we do not offer; they must log nobody
                // in.
                .oauth2ResourceServer(bearer -> bearer.bearerTokenResolver(request -> null))
                .cors(Customizer.withDefaults())
                .headers(headers -> pageHeaders(headers, policy))
                .addFilterAfter(new PostedAuthorize(), HeaderWriterFilter.class)
                .addFilterAfter(new AbsoluteSessionLimit(clock), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, DeskAccess desk, ContentSecurityPolicy policy, Clock clock)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/balie/collega")
                        .hasRole(AccountKind.DESK.name())
                        .requestMatchers("/beheer/**")
                        .hasRole(AccountKind.ADMINISTRATOR.name())
                        .requestMatchers(HttpMethod.GET, "/balie")
                        .access(desk::arrive)
                        .requestMatchers("/balie/**")
                        .access(desk::decide)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(EntryPoints::ofPages)
                .logout(logout -> logout.disable())
                // A preflight of the token endpoint comes here: the library's chain takes its POST only.
                .cors(Customizer.withDefaults())
                .headers(headers -> pageHeaders(headers, policy))
                .addFilterAfter(new AbsoluteSessionLimit(clock), SecurityContextHolderFilter.class)
                .build();
    }

    private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers, ContentSecurityPolicy policy) {
        headers.addHeaderWriter(
                        (request, response) -> response.setHeader("Content-Security-Policy", policy.value(request)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frames -> frames.deny());
    }
}

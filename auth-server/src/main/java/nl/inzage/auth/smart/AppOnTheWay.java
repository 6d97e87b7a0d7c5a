package nl.inzage.auth.smart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.inzage.auth.client.Clients;
import nl.inzage.auth.page.ContentSecurityPolicy;
import nl.inzage.auth.token.Grants;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the pages between an app and its code lead back to that app: login and consent are forms that end there. */
@Configuration(proxyBeanMethods = false)
class AppOnTheWay implements WebMvcConfigurer, HandlerInterceptor {

    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final Grants grants;
    private final Clients clients;
    private final RequestCache requests;

    AppOnTheWay(Grants grants, Clients clients, RequestCache requests) {
        this.grants = grants;
        this.clients = clients;
        this.requests = requests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/toestemming/**", "/inloggen/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        (request.getServletPath().startsWith("/toestemming") ? asking(request) : comingFrom(request, response))
                .ifPresent(address -> ContentSecurityPolicy.lead(request, address));
        return true;
    }

    private Optional<String> asking(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(OAuth2ParameterNames.STATE))
                .map(state -> grants.findByToken(state, STATE))
                .map((OAuth2Authorization grant) ->
                        grant.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName()))
                .map(OAuth2AuthorizationRequest::getRedirectUri);
    }

    /** The address in a request that waits for the login is not judged yet. */
    private Optional<String> comingFrom(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest waiting = requests.getRequest(request, response);
        return waiting == null
                ? Optional.empty()
                : one(waiting, OAuth2ParameterNames.REDIRECT_URI)
                        .filter(address -> one(waiting, OAuth2ParameterNames.CLIENT_ID)
                                .map(clients::findByClientId)
                                .filter(client -> client.getRedirectUris().contains(address))
                                .isPresent());
    }

    private static Optional<String> one(SavedRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null || values.length != 1 ? Optional.empty() : Optional.of(values[0]);
    }
}

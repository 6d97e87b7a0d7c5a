package nl.inzage.auth.smart;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.inzage.auth.registration.AppPermission;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Replaces the scopes of an authorization request by those that are granted, so that everything after it (consent, code,
 * tokens) sees only these.
 */
public final class AuthorizeConverter implements AuthenticationConverter {

    private final AuthenticationConverter library = new OAuth2AuthorizationCodeRequestAuthenticationConverter();
    private final RegisteredClientRepository clients;
    private final AppPermission permission;

    public AuthorizeConverter(RegisteredClientRepository clients, AppPermission permission) {
        this.clients = clients;
        this.permission = permission;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        if (request.getParameter("request_uri") != null) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error("request_uri_not_supported"), null);
        }
        if (!(library.convert(request) instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked)) {
            return null;
        }
        RegisteredClient client = clients.findByClientId(asked.getClientId());
        if (client == null) {
            return asked;
        }
        Authentication person = (Authentication) asked.getPrincipal();
        Set<String> granted = Scopes.granted(client, asked.getScopes(), person);
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                person,
                asked.getRedirectUri(),
                asked.getState(),
                granted,
                heard(asked));
    }

    /** Without {@code prompt}, to whose answer an app that anybody registered would see whether somebody is logged in. */
    private Map<String, Object> heard(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        Map<String, Object> parameters = new HashMap<>(asked.getAdditionalParameters());
        if (permission.isOfDeveloper(asked.getClientId())) {
            parameters.remove("prompt");
        }
        return parameters;
    }
}

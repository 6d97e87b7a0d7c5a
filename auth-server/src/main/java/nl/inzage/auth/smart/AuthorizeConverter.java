package nl.inzage.auth.smart;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.Authentication;
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

    public AuthorizeConverter(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
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
                asked.getAdditionalParameters());
    }
}

package nl.inzage.auth.client;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A public client that refreshes or revokes a token proves itself with the token alone (SMART 2.2, "Refresh access
 * token"); a browser app may leave out its {@code client_id}, so the token's own client is taken then.
 */
public final class PublicClientConverter implements AuthenticationConverter {

    private final Function<String, Optional<String>> clientOfToken;

    /** Takes what finds the client id to which a token was issued. */
    public PublicClientConverter(Function<String, Optional<String>> clientOfToken) {
        this.clientOfToken = clientOfToken;
    }

    @Override
    public Authentication convert(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null || request.getParameter("client_assertion") != null) {
            return null;
        }
        FormParameters form = new FormParameters(request);
        Optional<String> token = token(request, form);
        return token.flatMap(value -> form.one("client_id").or(() -> clientOfToken.apply(value)))
                .map(id -> new PublicClientToken(id, ClientAuthenticationMethod.NONE))
                .orElse(null);
    }

    private static Optional<String> token(HttpServletRequest request, FormParameters form) {
        if (request.getServletPath().equals("/oauth2/revoke")) {
            return form.one("token");
        }
        return form.has("grant_type", "refresh_token") ? form.one("refresh_token") : Optional.empty();
    }
}

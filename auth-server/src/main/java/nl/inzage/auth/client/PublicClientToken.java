package nl.inzage.auth.client;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** A client that says it is public and shows a token; a type of its own, so that no other provider takes it. */
final class PublicClientToken extends OAuth2ClientAuthenticationToken {

    private static final long serialVersionUID = 1L;

    PublicClientToken(String clientId, ClientAuthenticationMethod method) {
        super(clientId, method, null, null);
    }
}

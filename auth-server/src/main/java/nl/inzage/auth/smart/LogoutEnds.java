package nl.inzage.auth.smart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.inzage.auth.session.Leaving;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.Grants;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Ends, at a logout that an app asks for, this server's session and all that the login started (OpenID RP-initiated logout). */
public final class LogoutEnds implements LogoutHandler {

    private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType(OidcParameterNames.ID_TOKEN);

    private final LogoutHandler leaving = new Leaving();
    private final Grants grants;

    public LogoutEnds(Grants grants) {
        this.grants = grants;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OidcLogoutAuthenticationToken logout = (OidcLogoutAuthenticationToken) authentication;
        OAuth2Authorization grant = grants.findByToken(logout.getIdTokenHint(), ID_TOKEN);
        if (grant != null && grant.getAttribute(java.security.Principal.class.getName()) instanceof LoggedIn person) {
            grants.endOnlineGrantsOf(person.getPrincipal().loginId());
        }
        if (logout.getPrincipal() instanceof LoggedIn person) {
            grants.endOnlineGrantsOf(person.getPrincipal().loginId());
            leaving.logout(request, response, person);
        }
    }
}

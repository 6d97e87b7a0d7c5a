package nl.inzage.portal.smart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.inzage.portal.settings.PortalSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends the login at the authorization server: first its refresh token, while the session still knows it, and once the
 * session is gone, in the browser, the login itself.
 *
 * @see <a href="https://openid.net/specs/openid-connect-rpinitiated-1_0.html">RP-Initiated Logout</a>
 */
@Component
class SmartLogout implements LogoutHandler, LogoutSuccessHandler {

    private static final String LANDING = "/uitgelogd";
    private static final String WAY_OUT = SmartLogout.class.getName();

    private final SmartDiscovery discovery;
    private final Revocation revocation;
    private final PortalSettings settings;

    SmartLogout(SmartDiscovery discovery, Revocation revocation, PortalSettings settings) {
        this.discovery = discovery;
        this.revocation = revocation;
        this.settings = settings;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        Optional<SmartTokens> tokens = SessionTokens.in(request.getSession(false));
        request.setAttribute(WAY_OUT, wayOut(tokens, login));
        tokens.map(SmartTokens::refresh).ifPresent(revocation::revoke);
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        response.sendRedirect((String) request.getAttribute(WAY_OUT));
    }

    /** The server knows the id token it gave last; an older one it would not recognise. */
    private String wayOut(Optional<SmartTokens> tokens, Authentication login) {
        if (login == null || !(login.getPrincipal() instanceof SmartUser user)) {
            return LANDING;
        }
        String idToken = tokens.map(SmartTokens::newerIdToken)
                .orElseGet(() -> user.getIdToken().getTokenValue());
        return discovery
                .endpoints()
                .map(SmartEndpoints::endSession)
                .map(address -> UriComponentsBuilder.fromUriString(address)
                        .queryParam("id_token_hint", idToken)
                        .queryParam("post_logout_redirect_uri", settings.portalUrl() + LANDING)
                        .encode()
                        .toUriString())
                .orElse(LANDING);
    }
}

package nl.inzage.auth.smart;

import java.util.function.Consumer;
import nl.inzage.auth.registration.AppPermission;
import nl.inzage.auth.session.LoggedIn;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * Lets nobody go on to an app that the own hospital did not approve. The person is told, and the app is not: it would learn
 * where somebody has an account.
 */
public final class OnlyPermittedApps implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    /** The page that says so. */
    static final String PAGE = "/app-niet-goedgekeurd";

    private static final String NOT_APPROVED = "app_not_approved";

    private final AppPermission permission;

    public OnlyPermittedApps(AppPermission permission) {
        this.permission = permission;
    }

    static boolean refused(AuthenticationException exception) {
        return exception instanceof OAuth2AuthenticationException refusal
                && NOT_APPROVED.equals(refusal.getError().getErrorCode());
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        // Of who has not logged in yet it is not known whose hospital decides.
        if (request.getPrincipal() instanceof LoggedIn person
                && !permission.permits(
                        context.getRegisteredClient().getClientId(),
                        person.getPrincipal().account())) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(NOT_APPROVED), request);
        }
    }
}

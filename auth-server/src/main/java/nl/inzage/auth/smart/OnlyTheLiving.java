package nl.inzage.auth.smart;

import java.security.Principal;
import nl.inzage.auth.account.AccountLife;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.Grants;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;

/**
 * Looks at each refresh whether the patient is still alive, before the refresh itself: that holds a row of the database,
 * and this asks another server.
 */
public final class OnlyTheLiving implements AuthenticationProvider {

    private final AuthenticationProvider refresh;
    private final Grants grants;
    private final Accounts accounts;
    private final AccountLife life;

    public OnlyTheLiving(AuthenticationProvider refresh, Grants grants, Accounts accounts, AccountLife life) {
        this.refresh = refresh;
        this.grants = grants;
        this.accounts = accounts;
        this.life = life;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String token = ((OAuth2RefreshTokenAuthenticationToken) request).getRefreshToken();
        OAuth2Authorization grant = grants.findByToken(token, OAuth2TokenType.REFRESH_TOKEN);
        if (grant != null && grant.getAttribute(Principal.class.getName()) instanceof LoggedIn person) {
            accounts.byId(person.getPrincipal().account()).ifPresent(life::look);
        }
        return refresh.authenticate(request);
    }

    @Override
    public boolean supports(Class<?> type) {
        return refresh.supports(type);
    }
}

package nl.inzage.auth.smart;

import java.security.Principal;
import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import nl.inzage.auth.dossier.Dossiers;
import nl.inzage.auth.registration.AppPermission;
import nl.inzage.auth.session.LoggedIn;
import nl.inzage.auth.token.LaunchContext;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Component;

/**
 * Whether what a person allowed an app holds at this moment: the account is open, the hospital did not stop the app, and the
 * dossier is one that the person opens still. It is judged for each token and whenever one is asked about. A system has nobody behind it.
 */
@Component
public class StillAllowed {

    private final Accounts accounts;
    private final AppPermission permission;
    private final Dossiers dossiers;

    StillAllowed(Accounts accounts, AppPermission permission, Dossiers dossiers) {
        this.accounts = accounts;
        this.permission = permission;
        this.dossiers = dossiers;
    }

    boolean holds(OAuth2Authorization grant) {
        return !(grant.getAttribute(Principal.class.getName()) instanceof LoggedIn)
                || account(grant).isPresent();
    }

    /** The account of who allowed it, read anew; nothing when it holds no longer. */
    Optional<Account> account(OAuth2Authorization grant) {
        LoggedIn person = grant.getAttribute(Principal.class.getName());
        return accounts.byId(person.getPrincipal().account())
                .filter(account -> !account.closed())
                .filter(account -> permission.permits(grant.getRegisteredClientId(), account.id()))
                .filter(account -> opens(account, grant));
    }

    private boolean opens(Account account, OAuth2Authorization grant) {
        return LaunchContext.of(grant)
                .map(context -> dossiers.of(account, context.patient()).isPresent())
                .orElse(true);
    }
}

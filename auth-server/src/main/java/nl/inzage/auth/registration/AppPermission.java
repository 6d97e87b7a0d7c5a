package nl.inzage.auth.registration;

import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.Accounts;
import org.springframework.stereotype.Component;

/**
 * Whether an app may be used by an account: one of the operator by all; one of a developer where the hospital of the
 * account approved it as it is now, and by accounts of nobody real. It is judged at each step, as each can be later.
 */
@Component
public class AppPermission {

    private final RegisteredApps apps;
    private final AppDecisions decisions;
    private final Accounts accounts;

    AppPermission(RegisteredApps apps, AppDecisions decisions, Accounts accounts) {
        this.apps = apps;
        this.decisions = decisions;
        this.accounts = accounts;
    }

    /** The rule; a client that is not there is not judged here. */
    public boolean permits(String clientId, UUID account) {
        Optional<RegisteredApp> app = apps.byId(clientId);
        return app.isEmpty()
                || (!app.get().withdrawn() && (accounts.isSandbox(account) || isApproved(app.get(), account)));
    }

    /** Whether a developer registered it; anybody can. */
    public boolean isOfDeveloper(String clientId) {
        return apps.byId(clientId).isPresent();
    }

    private boolean isApproved(RegisteredApp app, UUID account) {
        return accounts.byId(account)
                .map(Account::hospital)
                .filter(hospital -> decisions.at(hospital, app) == AppState.APPROVED)
                .isPresent();
    }
}

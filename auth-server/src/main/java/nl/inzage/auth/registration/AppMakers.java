package nl.inzage.auth.registration;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import org.springframework.stereotype.Component;

/** Who made an app, and whether somebody's hospital approved it: what a person wants to know before saying yes. */
@Component
public class AppMakers {

    private final RegisteredApps apps;
    private final AppDecisions decisions;

    AppMakers(RegisteredApps apps, AppDecisions decisions) {
        this.apps = apps;
        this.decisions = decisions;
    }

    /**
     * The maker of an app that a developer registered.
     *
     * @param approved by the hospital of the account, as the app is now; otherwise it is being tried
     */
    public record Maker(String organisation, boolean approved) {}

    /** Nothing for an app of the operator, who answers for it. */
    public Optional<Maker> of(String clientId, Account account) {
        return apps.byId(clientId)
                .map(app -> new Maker(
                        app.facts().organisation(), decisions.at(account.hospital(), app) == AppState.APPROVED));
    }
}

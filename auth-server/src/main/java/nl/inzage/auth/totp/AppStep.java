package nl.inzage.auth.totp;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.login.OtherStep;
import org.springframework.stereotype.Component;

/** Who added an authenticator app is asked for its code. */
@Component
class AppStep implements OtherStep {

    private final AuthenticatorApps apps;

    AppStep(AuthenticatorApps apps) {
        this.apps = apps;
    }

    @Override
    public Optional<String> pageFor(Account account) {
        return apps.has(account.id()) ? Optional.of("/inloggen/app") : Optional.empty();
    }
}

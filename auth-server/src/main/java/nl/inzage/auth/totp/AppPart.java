package nl.inzage.auth.totp;

import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.factor.FactorPart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page "Inloggen beveiligen" shows about the authenticator app. */
@Component
class AppPart implements FactorPart {

    private final AuthenticatorApps apps;

    AppPart(AuthenticatorApps apps) {
        this.apps = apps;
    }

    @Override
    public void show(Account account, Model model) {
        // An app comes after a password: who has none uses DigiD or a passkey.
        model.addAttribute("hasPassword", account.passwordHash() != null);
        model.addAttribute("hasApp", apps.has(account.id()));
        model.addAttribute("recoveryCodesLeft", apps.recoveryCodesLeft(account.id()));
    }

    @Override
    public void removeAll(UUID account) {
        apps.delete(account);
    }
}

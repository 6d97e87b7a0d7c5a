package nl.inzage.auth.passkey;

import nl.inzage.auth.account.Account;
import nl.inzage.auth.factor.FactorPart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page "Inloggen beveiligen" shows about passkeys. */
@Component
class PasskeyPart implements FactorPart {

    private final Passkeys passkeys;

    PasskeyPart(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public void show(Account account, Model model) {
        model.addAttribute("passkeys", passkeys.of(account.id()));
    }
}

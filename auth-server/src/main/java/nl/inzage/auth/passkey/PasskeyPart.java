package nl.inzage.auth.passkey;

import java.util.UUID;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.factor.FactorPart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page "Inloggen beveiligen" shows about passkeys. */
@Component
class PasskeyPart implements FactorPart {

    private final Passkeys passkeys;
    private final PasskeyRight right;

    PasskeyPart(Passkeys passkeys, PasskeyRight right) {
        this.passkeys = passkeys;
        this.right = right;
    }

    @Override
    public void show(Account account, Model model) {
        model.addAttribute("mayAddPasskey", right.has(account));
        // Those that open nothing any more can still be removed.
        model.addAttribute("passkeys", passkeys.of(account.id()));
    }

    @Override
    public void removeAll(UUID account) {
        passkeys.removeAll(account);
    }
}

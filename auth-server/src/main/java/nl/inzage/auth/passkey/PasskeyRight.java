package nl.inzage.auth.passkey;

import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.RulesInForce;
import org.springframework.stereotype.Component;

/** Which accounts a passkey may open, as the hospital's rules say now. */
@Component
class PasskeyRight {

    private final RulesInForce rules;

    PasskeyRight(RulesInForce rules) {
        this.rules = rules;
    }

    boolean has(Account account) {
        return rules.of(account)
                .login()
                .mayUsePasskey(account.hasPassword(), account.kind().isStaff())
                .isAllowed();
    }
}

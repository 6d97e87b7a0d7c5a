package nl.inzage.auth.login;

import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.lockout.Lockouts;
import nl.inzage.auth.session.LoginMeans;
import org.springframework.stereotype.Component;

/** Keeps out of an account that was closed or blocked; whether DigiD still opens a blocked one is the hospital's to say. */
@Component
class BlockedOrClosed implements Barrier {

    private final Lockouts lockouts;
    private final RulesInForce rules;

    BlockedOrClosed(Lockouts lockouts, RulesInForce rules) {
        this.lockouts = lockouts;
        this.rules = rules;
    }

    @Override
    public boolean bars(Account account, LoginMeans means) {
        if (account.closed()) {
            return true;
        }
        boolean counts = !means.isDigid() || rules.of(account).lockout().blocksDigid();
        return counts && lockouts.isBlocked(new Username(account.username()));
    }
}

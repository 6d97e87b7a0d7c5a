package nl.inzage.auth.lockout;

import java.util.Optional;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.policy.login.LockoutOutcome;
import org.springframework.stereotype.Component;

/** Writes down that a wrong password led to a block. */
@Component
public class WrittenBlocks {

    private final AccountEvents events;

    WrittenBlocks(AccountEvents events) {
        this.events = events;
    }

    /** Of nobody, or when no block followed, nothing is written. */
    public void after(LockoutOutcome outcome, Optional<Account> account) {
        if (outcome instanceof LockoutOutcome.PasswordBlocked) {
            events.recordIfKnown(account, Act.PASSWORD_BLOCKED);
        } else if (outcome instanceof LockoutOutcome.AccountBlocked) {
            events.recordIfKnown(account, Act.ACCOUNT_BLOCKED);
        }
    }
}

package nl.inzage.auth.lockout;

import java.util.Optional;
import java.util.function.Supplier;
import nl.inzage.auth.account.Account;
import nl.inzage.auth.account.RulesInForce;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.auth.event.AccountEvents;
import nl.inzage.auth.event.Act;
import nl.inzage.policy.login.LockoutOutcome;
import org.springframework.stereotype.Service;

/**
 * Judges codes that open an account. A code counts as wrong before it is judged, so that neither stopping in time nor
 * guessing in many browsers at once gains anything; what wrong ones lead to is the hospital's to say.
 */
@Service
public class CountedCodes {

    private final Lockouts lockouts;
    private final RulesInForce rules;
    private final AccountEvents events;

    CountedCodes(Lockouts lockouts, RulesInForce rules, AccountEvents events) {
        this.lockouts = lockouts;
        this.rules = rules;
        this.events = events;
    }

    /** Judges the code of a second step. */
    public CodeOutcome ofLogin(Account account, Supplier<CodeVerdict> judge) {
        return judge(
                account, lockouts.beginCode(name(account), rules.of(account).lockout()), judge);
    }

    /** Judges the code for a new password, which is the way out of a blocked password. */
    public CodeOutcome ofRecovery(Account account, Supplier<CodeVerdict> judge) {
        return judge(
                account,
                lockouts.beginRecoveryCode(name(account), rules.of(account).lockout()),
                judge);
    }

    private CodeOutcome judge(Account account, PasswordTry counted, Supplier<CodeVerdict> judge) {
        if (counted instanceof PasswordTry.NotNow notNow) {
            return new CodeOutcome.NotNow(notNow.because());
        }
        PasswordTry.Counted itself = (PasswordTry.Counted) counted;
        CodeVerdict verdict = judge.get();
        switch (verdict) {
            case RIGHT -> lockouts.passedCode(name(account), itself);
            case EXPIRED -> lockouts.withdrawCode(name(account), itself);
            case WRONG, TOO_MANY -> {
                if (itself.ifWrong() instanceof LockoutOutcome.AccountBlocked) {
                    events.recordIfKnown(Optional.of(account), Act.ACCOUNT_BLOCKED);
                }
            }
        }
        return new CodeOutcome.Judged(verdict);
    }

    private static Username name(Account account) {
        return new Username(account.username());
    }
}

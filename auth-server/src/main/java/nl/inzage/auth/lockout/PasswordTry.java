package nl.inzage.auth.lockout;

import nl.inzage.policy.login.LockoutOutcome;

/** Whether a password, a code or an answer may be judged now. */
public sealed interface PasswordTry {

    /** It may, and it counts; what follows if it is wrong. */
    record Counted(LockoutOutcome ifWrong) implements PasswordTry {}

    /** It may not, right or wrong: what stands in the way. */
    record NotNow(LockoutOutcome because) implements PasswordTry {}
}

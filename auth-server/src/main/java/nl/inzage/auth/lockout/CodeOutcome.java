package nl.inzage.auth.lockout;

import nl.inzage.auth.contact.CodeVerdict;
import nl.inzage.policy.login.LockoutOutcome;

/** What became of a code that somebody typed, in a login or for a new password. */
public sealed interface CodeOutcome {

    /** It was looked at. */
    record Judged(CodeVerdict verdict) implements CodeOutcome {}

    /** It was not looked at, right or wrong: what stands in the way. */
    record NotNow(LockoutOutcome because) implements CodeOutcome {}
}

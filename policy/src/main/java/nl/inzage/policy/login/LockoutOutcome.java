package nl.inzage.policy.login;

import java.time.Duration;

/** What follows a failure to log in. */
public sealed interface LockoutOutcome {

    /** Nothing, but perhaps the advice to choose "Wachtwoord vergeten". */
    record TryAgain(boolean hint) implements LockoutOutcome {}

    /** The next try is refused until this long after the failure. */
    record Wait(Duration delay) implements LockoutOutcome {}

    /** The password is of no use any more; the patient chooses a new one. */
    record PasswordBlocked() implements LockoutOutcome {}

    /** The account is blocked. */
    record AccountBlocked(UnlockedBy unlockedBy) implements LockoutOutcome {}
}

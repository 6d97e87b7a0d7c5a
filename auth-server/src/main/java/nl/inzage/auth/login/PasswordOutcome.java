package nl.inzage.auth.login;

import java.util.UUID;
import nl.inzage.policy.login.LockoutOutcome;

/** What became of a user name and password. */
sealed interface PasswordOutcome {

    /** Right: the code comes next. */
    record Accepted(UUID pendingLogin) implements PasswordOutcome {}

    /** Not right, for whatever reason, and what follows from that. */
    record Refused(LockoutOutcome then) implements PasswordOutcome {}

    /** Too soon after earlier failures, or blocked; nothing was looked at. */
    record NotNow(LockoutOutcome because) implements PasswordOutcome {}
}

package nl.inzage.auth.login;

import java.time.Duration;
import java.util.UUID;

/** What became of a user name and password. */
sealed interface PasswordOutcome {

    /** Right: the code comes next. */
    record Accepted(UUID pendingLogin) implements PasswordOutcome {}

    /** Not right, for whatever reason. */
    record Refused() implements PasswordOutcome {}

    /** Too soon after earlier failures; nothing was looked at. */
    record Wait(Duration time) implements PasswordOutcome {}
}

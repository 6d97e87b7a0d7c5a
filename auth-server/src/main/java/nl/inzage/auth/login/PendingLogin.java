package nl.inzage.auth.login;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A login that passed the password and waits for the code.
 *
 * @param mustChange whether the password was a temporary one
 */
public record PendingLogin(UUID id, UUID account, boolean mustChange, int codesSent, Optional<Instant> lastSentAt) {}

package nl.inzage.auth.login;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A login that passed the password and waits for the code. */
record PendingLogin(UUID id, UUID account, int codesSent, Optional<Instant> lastSentAt) {}

package nl.inzage.auth.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An app that a developer registered.
 *
 * @param jwks its public keys, when it has them
 * @param version one more with each change of the facts
 * @param asked whether hospitals are asked to approve this version
 */
public record RegisteredApp(
        String clientId,
        UUID developer,
        AppFacts facts,
        Optional<String> jwks,
        int version,
        boolean asked,
        Instant registered,
        boolean withdrawn) {}

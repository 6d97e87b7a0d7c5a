package nl.inzage.fhir.token;

import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The origins that pages of registered apps come from. The authorization server knows them and is asked every few seconds,
 * never while somebody waits; as long as it does not answer, what it said last holds.
 */
final class RegisteredOrigins {

    private static final Logger LOG = LoggerFactory.getLogger(RegisteredOrigins.class);

    private final Supplier<Set<String>> authorizationServer;
    private volatile Set<String> known = Set.of();
    private volatile boolean told;

    RegisteredOrigins(Supplier<Set<String>> authorizationServer) {
        this.authorizationServer = authorizationServer;
    }

    boolean contains(String origin) {
        return known.contains(origin);
    }

    /** Asks what they are now. */
    void ask() {
        known = Set.copyOf(authorizationServer.get());
        told = false;
    }

    /** Says once that it is not known what they are now. */
    void unanswered(RuntimeException failure) {
        if (!told) {
            LOG.warn("The authorization server does not say which origins are registered: {}", failure.getMessage());
        }
        told = true;
    }
}

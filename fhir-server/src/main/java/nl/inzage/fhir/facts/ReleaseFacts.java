package nl.inzage.fhir.facts;

import java.time.Instant;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;

/**
 * What decides when a resource may be seen.
 *
 * @param issued the moment that the source says a result was issued; only results have one
 * @param hospital the hospital that pushed it, as this server stamped it; empty when unknown
 */
public record ReleaseFacts(Kind kind, Optional<Instant> issued, Optional<HospitalId> hospital) {

    /** How the release rule sees a resource. */
    public enum Kind {
        /** May be seen from the moment that it is here. */
        AT_ONCE,
        /** A result that is final: may be seen after the hospital's embargo. */
        RESULT,
        /** A result that is still being worked on: may not be seen. */
        UNFINISHED_RESULT
    }
}

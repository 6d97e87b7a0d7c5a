package nl.inzage.fhir.release;

import java.time.Instant;
import java.util.Optional;
import nl.inzage.policy.release.ReleaseTrack;

/**
 * When one version may be seen, of itself.
 *
 * @param ordinary the first moment for everybody, or nothing when it is never seen
 * @param early the first moment for who chose to see results right away
 * @param replaced when its successor arrived, by the moment that counts for release; nothing for the newest
 * @param withdrawn whether it says that there is nothing to see at all
 */
public record VersionStamp(
        long version,
        Optional<Instant> ordinary,
        Optional<Instant> early,
        Optional<Instant> replaced,
        boolean withdrawn) {

    /** Its first moment on a track; a version that was replaced before that is never seen. */
    Optional<Instant> seenFrom(ReleaseTrack track) {
        Optional<Instant> from = track == ReleaseTrack.EARLY ? early : ordinary;
        return from.filter(moment ->
                replaced.filter(successor -> !moment.isBefore(successor)).isEmpty());
    }
}

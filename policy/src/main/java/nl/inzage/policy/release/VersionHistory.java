package nl.inzage.policy.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.release.ReleaseDecision.Timed;

/**
 * Which version of a corrected result a viewer sees (seed ambiguity d). A correction is seen from its own release on,
 * and until then what was seen before stays. A version that was replaced before its release is never seen.
 *
 * @param versions the oldest first
 */
public record VersionHistory(List<Version> versions) {

    public VersionHistory {
        versions = List.copyOf(versions);
    }

    /**
     * One version of a result.
     *
     * @param received when it arrived, by the database's clock
     * @param release its own release
     */
    public record Version(Instant received, ReleaseDecision release) {

        private boolean isSeen(ReleaseTrack track, Instant now) {
            return release.fold((Timed timed) -> !timed.on(track).isAfter(now), withheld -> false);
        }
    }

    /** The place of the version that is seen, counted from 0, or nothing when none is. */
    public Optional<Integer> seenAt(Instant now, ReleaseTrack track) {
        if (lastIsWithdrawn()) {
            return Optional.empty();
        }
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).isSeen(track, seenBy(i, now))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** A replaced version had to be released before its successor came; after that it is out of date. */
    private Instant seenBy(int version, Instant now) {
        if (version == versions.size() - 1) {
            return now;
        }
        Instant replaced = versions.get(version + 1).received().minusNanos(1);
        return replaced.isBefore(now) ? replaced : now;
    }

    /** A result that was entered in error may belong to somebody else: no version of it stays. */
    private boolean lastIsWithdrawn() {
        return !versions.isEmpty()
                && versions.get(versions.size() - 1).release().reasons().stream()
                        .anyMatch(reason -> reason.cause() == ReleaseCause.WITHDRAWN);
    }
}

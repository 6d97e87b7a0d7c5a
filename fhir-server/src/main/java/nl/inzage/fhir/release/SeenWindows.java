package nl.inzage.fhir.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.release.ReleaseTrack;

/**
 * {@link nl.inzage.policy.release.VersionHistory} written out as spans of time, so that a database can look up which
 * version is seen: never more than one of a resource at a moment on a track.
 *
 * @param ordinary for everybody
 * @param early for who chose to see results right away
 */
public record SeenWindows(long version, Window ordinary, Window early) {

    /**
     * The time during which a version is seen.
     *
     * @param from the first moment, or nothing when it is never seen
     * @param until the first moment at which it no longer is; {@link Instant#MAX} when nothing follows
     */
    public record Window(Optional<Instant> from, Instant until) {

        private boolean isOver(Instant now) {
            return from.filter(first -> first.isBefore(until)).isEmpty() || !until.isAfter(now);
        }
    }

    /** Whether the version is not seen now and, as far as is known, never again. */
    public boolean isOver(Instant now) {
        return ordinary.isOver(now) && early.isOver(now);
    }

    /** Whether a newest version that is withdrawn closes it, which a later one may open again. */
    public boolean isClosed() {
        boolean wasSeen = ordinary.from().isPresent() || early.from().isPresent();
        return wasSeen && ordinary.until().equals(Instant.MIN) && early.until().equals(Instant.MIN);
    }

    /** The windows of all versions of a resource, in their order: the oldest first. */
    public static List<SeenWindows> of(List<VersionStamp> versions) {
        List<Window> ordinary = on(ReleaseTrack.ORDINARY, versions);
        List<Window> early = on(ReleaseTrack.EARLY, versions);
        List<SeenWindows> all = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            all.add(new SeenWindows(versions.get(i).version(), ordinary.get(i), early.get(i)));
        }
        return all;
    }

    private static List<Window> on(ReleaseTrack track, List<VersionStamp> versions) {
        // What was entered in error may belong to somebody else: no version stays.
        boolean withdrawn =
                !versions.isEmpty() && versions.get(versions.size() - 1).withdrawn();
        Instant next = withdrawn ? Instant.MIN : Instant.MAX;
        List<Window> windows = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            Optional<Instant> from = versions.get(i).seenFrom(track);
            windows.add(0, new Window(from, next));
            if (from.isPresent() && from.get().isBefore(next)) {
                next = from.get();
            }
        }
        return windows;
    }
}

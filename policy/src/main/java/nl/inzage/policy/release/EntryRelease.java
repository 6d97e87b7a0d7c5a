package nl.inzage.policy.release;

import java.time.Instant;
import java.util.List;
import nl.inzage.policy.dossier.DossierEntry;
import nl.inzage.policy.dossier.DossierStart;
import nl.inzage.policy.release.ReleaseDecision.Timed;

/** When anything that is neither a result nor a letter may be seen: at once, unless it is from before the start (F25). */
public final class EntryRelease {

    private final DossierStart start;

    public EntryRelease(DossierStart start) {
        this.start = start;
    }

    /**
     * The decision on an entry.
     *
     * @param received when it arrived, by the database's clock
     */
    public ReleaseDecision of(DossierEntry entry, Instant received) {
        return start.show(entry)
                .fold(
                        shown -> new Timed(
                                received, received, received, List.of(new ReleaseReason(ReleaseCause.AT_ONCE, ""))),
                        StartGuard::withheld);
    }
}

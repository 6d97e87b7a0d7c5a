package nl.inzage.policy.release;

import java.time.Instant;
import java.util.List;

/** What a viewer sees of something at a moment, and why: the answer to "why can I not see this?". */
public sealed interface Visibility {

    List<ReleaseReason> reasons();

    /**
     * The visibility that follows from a decision: from the very moment of release on.
     *
     * @param now the moment of looking, by the database's clock
     */
    static Visibility of(ReleaseDecision decision, ReleaseTrack track, Instant now) {
        return decision.fold(
                timed -> timed.on(track).isAfter(now)
                        ? new NotYet(timed.on(track), timed.reasons())
                        : new Seen(timed.on(track), timed.reasons()),
                withheld -> new Never(withheld.reasons()));
    }

    /** It is seen since a moment. */
    record Seen(Instant since, List<ReleaseReason> reasons) implements Visibility {}

    /** It will be seen from a moment on. */
    record NotYet(Instant from, List<ReleaseReason> reasons) implements Visibility {}

    /** It will not be seen while the rules and the facts are what they are. */
    record Never(List<ReleaseReason> reasons) implements Visibility {}
}

package nl.inzage.policy.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** When something may be seen, or that it may not; always with the reasons. */
public sealed interface ReleaseDecision {

    List<ReleaseReason> reasons();

    <T> T fold(Function<? super Timed, ? extends T> timed, Function<? super Withheld, ? extends T> withheld);

    /**
     * It may be seen from a moment on.
     *
     * @param known when it became known: the start of its clock
     * @param ordinary the first moment for everybody
     * @param early the first moment for who chose to see results right away; never after the ordinary one
     */
    record Timed(Instant known, Instant ordinary, Instant early, List<ReleaseReason> reasons)
            implements ReleaseDecision {

        public Timed {
            reasons = List.copyOf(reasons);
            if (early.isAfter(ordinary)) {
                throw new IllegalArgumentException("An early release after the ordinary one");
            }
        }

        /** The first moment for a viewer on one of the two tracks. */
        public Instant on(ReleaseTrack track) {
            return track == ReleaseTrack.EARLY ? early : ordinary;
        }

        Timed with(Instant newOrdinary, Instant newEarly, ReleaseReason because) {
            List<ReleaseReason> all = new ArrayList<>(reasons);
            all.add(because);
            return new Timed(known, newOrdinary, newEarly, all);
        }

        @Override
        public <T> T fold(
                Function<? super Timed, ? extends T> timed, Function<? super Withheld, ? extends T> withheld) {
            return timed.apply(this);
        }
    }

    /** It is not shown, whatever the clock says. */
    record Withheld(ReleaseReason reason) implements ReleaseDecision {

        @Override
        public List<ReleaseReason> reasons() {
            return List.of(reason);
        }

        @Override
        public <T> T fold(
                Function<? super Timed, ? extends T> timed, Function<? super Withheld, ? extends T> withheld) {
            return withheld.apply(this);
        }
    }

    static ReleaseDecision withheld(ReleaseCause cause, String parameter) {
        return new Withheld(new ReleaseReason(cause, parameter));
    }
}

package nl.inzage.policy.release;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.release.ReleaseDecision.Timed;

/**
 * The release of a report with its observations, documents and files. A finished report shows everything together, at
 * the latest moment of the group. While it is not finished, each part has its own clock ("sommige uitslagen komen in
 * delen binnen", UMCG). Adding a member never shows another one earlier, and nothing that could be seen is hidden.
 */
public final class GroupRelease {

    /** A part that is not there yet, or no longer, tells nothing that its report could give away. */
    private static final Set<ReleaseCause> SAYS_NOTHING = Set.of(ReleaseCause.NOT_FINAL, ReleaseCause.WITHDRAWN);

    /**
     * The decisions on the members, in their order.
     *
     * @param now the moment of deciding, by the database's clock
     */
    public List<ReleaseDecision> of(List<GroupMember> members, Instant now) {
        return of(members, true, now);
    }

    /**
     * The decisions while a report names a member that is not here yet. Once it is finished nobody knows the latest
     * moment of the group, so what was not seen waits.
     */
    public List<ReleaseDecision> ofIncomplete(List<GroupMember> members, Instant now) {
        return of(members, false, now);
    }

    private static List<ReleaseDecision> of(List<GroupMember> members, boolean complete, Instant now) {
        Optional<Timed> latest = latest(members);
        boolean finished = members.stream().anyMatch(GroupRelease::isFinishedCarrier);
        boolean givesAway = members.stream().anyMatch(GroupRelease::isPartThatIsNotShown);
        return members.stream()
                .map(member -> {
                    boolean waits = member.role() == GroupRole.CARRIER || finished;
                    ReleaseDecision together = waits ? withLatest(member, latest) : member.own();
                    Optional<ReleaseCause> hidden = givesAway && member.role() == GroupRole.CARRIER
                            ? Optional.of(ReleaseCause.GROUP_MEMBER_WITHHELD)
                            : Optional.of(ReleaseCause.GROUP_INCOMPLETE).filter(cause -> finished && !complete);
                    return keepWhatWasSeen(member, together, hidden, now);
                })
                .toList();
    }

    private static ReleaseDecision withLatest(GroupMember member, Optional<Timed> latest) {
        return member.own()
                .fold(
                        own -> own.with(
                                latest.orElse(own).ordinary(),
                                latest.orElse(own).early(),
                                new ReleaseReason(ReleaseCause.LATEST_OF_GROUP, "")),
                        withheld -> withheld);
    }

    private static ReleaseDecision keepWhatWasSeen(
            GroupMember member, ReleaseDecision decided, Optional<ReleaseCause> hidden, Instant now) {
        Optional<Timed> stamped =
                member.stamped().filter(stamp -> !stamp.early().isAfter(now));
        if (hidden.isPresent() && stamped.isEmpty()) {
            return decided.fold(timed -> ReleaseDecision.withheld(hidden.get(), ""), withheld -> withheld);
        }
        return decided.fold(
                timed -> stamped.map(stamp -> keep(stamp, timed, now)).orElse(timed), withheld -> withheld);
    }

    private static Timed keep(Timed stamp, Timed decided, Instant now) {
        return decided.with(
                kept(stamp.ordinary(), decided.ordinary(), now),
                kept(stamp.early(), decided.early(), now),
                new ReleaseReason(ReleaseCause.ALREADY_SEEN, ""));
    }

    private static Instant kept(Instant stamped, Instant decided, Instant now) {
        return stamped.isAfter(now) || stamped.isAfter(decided) ? decided : stamped;
    }

    private static Optional<Timed> latest(List<GroupMember> members) {
        List<Timed> timed = members.stream()
                .flatMap(member -> member.own().fold(Optional::of, withheld -> Optional.<Timed>empty()).stream())
                .toList();
        return timed.stream()
                .max(Comparator.comparing(Timed::ordinary))
                .map(last -> new Timed(
                        last.known(),
                        last.ordinary(),
                        timed.stream()
                                .map(Timed::early)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        last.reasons()));
    }

    private static boolean isFinishedCarrier(GroupMember member) {
        return member.role() == GroupRole.CARRIER && member.own().fold(timed -> true, withheld -> false);
    }

    private static boolean isPartThatIsNotShown(GroupMember member) {
        return member.role() == GroupRole.PART
                && member.own()
                        .fold(
                                timed -> false,
                                withheld ->
                                        !SAYS_NOTHING.contains(withheld.reason().cause()));
    }
}

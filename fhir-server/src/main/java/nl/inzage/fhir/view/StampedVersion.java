package nl.inzage.fhir.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.release.Reasons;
import nl.inzage.fhir.release.VersionStamp;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.GroupMember;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.ReleaseCause;
import nl.inzage.policy.release.ReleaseDecision;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import nl.inzage.policy.release.ReleaseReason;

/**
 * One version in the view, with its stamp.
 *
 * @param own what was decided on it alone
 * @param stamped the release that it had until now, if it had one
 * @param seenUntil up to when it may have been seen: under an old policy no further than the change
 */
record StampedVersion(
        ResourceKey key,
        long version,
        Optional<HospitalId> hospital,
        GroupRole role,
        Optional<Instant> replaced,
        ReleaseDecision own,
        Optional<Timed> stamped,
        Optional<Instant> ordinary,
        Optional<Instant> early,
        List<ReleaseReason> reasons,
        Instant seenUntil) {

    static StampedVersion of(ResultSet row) throws SQLException {
        Optional<Instant> known = Moments.in(row, "known");
        Optional<Instant> ordinary = Moments.in(row, "ordinary_from");
        Optional<Instant> early = Moments.in(row, "early_from");
        List<ReleaseReason> reasons =
                Reasons.of((String[]) row.getArray("reasons").getArray());
        return new StampedVersion(
                new ResourceKey(row.getString("type"), row.getString("id")),
                row.getLong("version"),
                Optional.ofNullable(row.getString("hospital")).map(HospitalId::new),
                GroupRole.valueOf(row.getString("role")),
                Moments.in(row, "replaced"),
                own(row, known),
                ordinary.flatMap(moment -> early.map(first -> new Timed(known.orElse(first), moment, first, reasons))),
                ordinary,
                early,
                reasons,
                Moments.in(row, "seen_until").orElseThrow());
    }

    private static ReleaseDecision own(ResultSet row, Optional<Instant> known) throws SQLException {
        List<ReleaseReason> reasons =
                Reasons.of((String[]) row.getArray("own_reasons").getArray());
        Optional<Instant> ordinary = Moments.in(row, "own_ordinary");
        if (ordinary.isEmpty()) {
            return new ReleaseDecision.Withheld(
                    reasons.isEmpty() ? new ReleaseReason(ReleaseCause.UNKNOWN_HOSPITAL, "") : reasons.get(0));
        }
        return new Timed(
                known.orElseThrow(),
                ordinary.get(),
                Moments.in(row, "own_early").orElseThrow(),
                reasons);
    }

    boolean isNewest() {
        return replaced.isEmpty();
    }

    GroupMember member() {
        return new GroupMember(role, own, stamped);
    }

    /** The newest version with what its group came to; an older one stays as it was. */
    StampedVersion decided(ReleaseDecision decision) {
        Optional<Timed> timed = decision.fold(Optional::of, withheld -> Optional.empty());
        return new StampedVersion(
                key,
                version,
                hospital,
                role,
                replaced,
                own,
                timed,
                timed.map(Timed::ordinary),
                timed.map(Timed::early),
                decision.reasons(),
                seenUntil);
    }

    VersionStamp stamp() {
        boolean withdrawn = reasons.stream().anyMatch(reason -> reason.cause() == ReleaseCause.WITHDRAWN);
        return new VersionStamp(version, ordinary, early, replaced, withdrawn);
    }
}

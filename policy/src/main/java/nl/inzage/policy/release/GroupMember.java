package nl.inzage.policy.release;

import java.util.Optional;
import nl.inzage.policy.release.ReleaseDecision.Timed;

/**
 * One member of a group of results.
 *
 * @param own the decision on the member by itself
 * @param stamped the release that this same content got before, if it had one
 */
public record GroupMember(GroupRole role, ReleaseDecision own, Optional<Timed> stamped) {}

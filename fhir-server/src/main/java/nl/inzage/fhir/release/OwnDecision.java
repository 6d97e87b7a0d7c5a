package nl.inzage.fhir.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.inzage.fhir.facts.Facts;
import nl.inzage.policy.book.HospitalPolicy;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.release.ClinicianAct;
import nl.inzage.policy.release.GroupRole;
import nl.inzage.policy.release.LetterFacts;
import nl.inzage.policy.release.ReleaseCause;
import nl.inzage.policy.release.ReleaseDecision;
import nl.inzage.policy.release.ReleaseReason;
import nl.inzage.policy.release.ResultFacts;

/** Takes the facts of one version to the policy of its hospital; what its group says comes after. */
public final class OwnDecision {

    private final PolicyBook book;

    public OwnDecision(PolicyBook book) {
        this.book = book;
    }

    /**
     * The decision on a version by itself, after its clinician was heard.
     *
     * @param knownBefore when the version that it corrects became known
     */
    public ReleaseDecision of(
            Optional<HospitalId> hospital, Facts facts, Optional<Instant> knownBefore, List<ClinicianAct> acts) {
        return hospital.flatMap(book::of)
                .map(policy -> policy.heard(byRule(policy, facts, knownBefore), acts))
                .orElseGet(() -> ReleaseDecision.withheld(ReleaseCause.UNKNOWN_HOSPITAL, ""));
    }

    private static ReleaseDecision byRule(HospitalPolicy policy, Facts facts, Optional<Instant> knownBefore) {
        if (facts instanceof Facts.Result result) {
            return policy.releaseOf(corrected(result.result(), knownBefore));
        }
        if (facts instanceof Facts.Letter letter) {
            return policy.releaseOf(corrected(letter.letter(), knownBefore));
        }
        if (facts instanceof Facts.Entry entry) {
            return policy.releaseOf(entry.entry(), entry.received());
        }
        Instant received = ((Facts.Always) facts).received();
        return new ReleaseDecision.Timed(
                received, received, received, List.of(new ReleaseReason(ReleaseCause.AT_ONCE, "")));
    }

    /** What a version is in a group: only what tells what the others say carries them. */
    public static GroupRole roleOf(Facts facts) {
        if (facts instanceof Facts.Result result) {
            return result.role();
        }
        return facts instanceof Facts.Letter ? GroupRole.CARRIER : GroupRole.PART;
    }

    private static ResultFacts corrected(ResultFacts result, Optional<Instant> knownBefore) {
        return knownBefore
                .map(before -> new ResultFacts(
                        result.categories(),
                        result.setting(),
                        result.requestedBy(),
                        result.research(),
                        result.location(),
                        result.examined(),
                        result.stage(),
                        result.times().correcting(before)))
                .orElse(result);
    }

    private static LetterFacts corrected(LetterFacts letter, Optional<Instant> knownBefore) {
        return knownBefore
                .map(before -> new LetterFacts(
                        letter.direction(),
                        letter.oncology(),
                        letter.entry(),
                        letter.stage(),
                        letter.times().correcting(before)))
                .orElse(letter);
    }
}

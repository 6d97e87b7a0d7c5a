package nl.inzage.policy.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.dossier.DossierStart;
import nl.inzage.policy.release.ReleaseDecision.Timed;
import nl.inzage.policy.release.ReleaseDecision.Withheld;

/**
 * When one result by itself may be seen, by the rules of its hospital (F25, F30 to F33). The clock starts when the
 * result became final (seed ambiguity d).
 */
public final class ResultRelease {

    private final ResultRules rules;
    private final DossierStart start;

    public ResultRelease(ResultRules rules, DossierStart start) {
        this.rules = rules;
        this.start = start;
    }

    /** The decision on a result; a fact that is missing never makes it visible earlier. */
    public ReleaseDecision of(ResultFacts result) {
        return withheld(result).<ReleaseDecision>map(reason -> reason).orElseGet(() -> timed(result));
    }

    private Optional<Withheld> withheld(ResultFacts result) {
        if (result.stage() == ResultStage.WITHDRAWN) {
            return because(ReleaseCause.WITHDRAWN, "");
        }
        if (!result.stage().isFinished()) {
            return because(ReleaseCause.NOT_FINAL, "");
        }
        if (result.categories().isEmpty()) {
            return because(ReleaseCause.NO_CATEGORY, "");
        }
        return beforeTheStart(result).or(() -> notOneThatIsShown(result));
    }

    private Optional<Withheld> beforeTheStart(ResultFacts result) {
        return start.show(result.dossierEntry())
                .fold(shown -> Optional.empty(), hidden -> Optional.of(StartGuard.withheld(hidden)));
    }

    private Optional<Withheld> notOneThatIsShown(ResultFacts result) {
        if (!rules.scope().covers(result.categories())) {
            return because(ReleaseCause.OUT_OF_SCOPE, "results.scope");
        }
        if (rules.exclusions().stream().anyMatch(exclusion -> exclusion.excludes(result))) {
            return because(ReleaseCause.EXCLUDED, "results.exclusions");
        }
        return Optional.empty();
    }

    private ReleaseDecision timed(ResultFacts result) {
        List<ReleaseReason> reasons = new ArrayList<>();
        if (result.times().startsAtReceipt()) {
            reasons.add(new ReleaseReason(ReleaseCause.CLOCK_STARTS_AT_RECEIPT, ""));
        }
        EmbargoClass longest = rules.embargo().longestOf(result.categories());
        reasons.add(new ReleaseReason(embargoCause(result), longest.parameter()));
        Instant known = result.times().known();
        Instant ordinary = DutchCalendar.later(known, rules.embargo().of(longest));
        return new Timed(known, ordinary, rules.early().earliest(known, ordinary), reasons);
    }

    private static ReleaseCause embargoCause(ResultFacts result) {
        if (result.categories().contains(ResultCategory.UNKNOWN)) {
            return ReleaseCause.UNKNOWN_CATEGORY_LONGEST;
        }
        return result.categories().size() > 1 ? ReleaseCause.SEVERAL_CATEGORIES_LONGEST : ReleaseCause.EMBARGO;
    }

    private static Optional<Withheld> because(ReleaseCause cause, String parameter) {
        return Optional.of(new Withheld(new ReleaseReason(cause, parameter)));
    }
}

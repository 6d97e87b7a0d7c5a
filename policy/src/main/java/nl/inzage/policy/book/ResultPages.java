package nl.inzage.policy.book;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.LocationId;
import nl.inzage.policy.release.EarlyForDelegates;
import nl.inzage.policy.release.EarlyRules;
import nl.inzage.policy.release.EarlySwitch;
import nl.inzage.policy.release.EmbargoDays;
import nl.inzage.policy.release.Exclusion;
import nl.inzage.policy.release.LetterDirection;
import nl.inzage.policy.release.LetterRules;
import nl.inzage.policy.release.ResultRules;

/** Reads what a hospital says about results and letters. */
final class ResultPages {

    private static final int LONGEST_EMBARGO = 365;

    private final PolicyPage page;
    private final Set<LocationId> locations;

    ResultPages(PolicyPage page, Set<LocationId> locations) {
        this.page = page;
        this.locations = locations;
    }

    ResultRules results() {
        return new ResultRules(
                page.get("results.scope", CareShapes.scope()),
                exclusions(),
                new EmbargoDays(
                        days("results.embargoDays"),
                        days("results.embargoDays.radiology"),
                        days("results.embargoDays.pathology"),
                        days("results.embargoDays.sti")),
                early(),
                page.get("results.longestHoldDays", Shapes.days(LONGEST_EMBARGO)));
    }

    LetterRules letters() {
        return new LetterRules(
                page.get("letters.direction", Shapes.someOf(LetterDirection.class)),
                page.get("letters.embargoDays", Shapes.days(LONGEST_EMBARGO)),
                page.get("letters.embargoDays.oncology", Shapes.days(LONGEST_EMBARGO)));
    }

    private EarlyRules early() {
        return new EarlyRules(
                page.get("results.earlyOptIn", Shapes.flag()),
                page.get("results.earlyOptIn.afterHours", Shapes.hours(0, 24)),
                page.get("results.earlyOptIn.switchedBy", Shapes.choice(EarlySwitch.class)),
                page.get("results.earlyOptIn.forDelegates", Shapes.choice(EarlyForDelegates.class)),
                page.get("account.minAge", Shapes.number(0, 18)));
    }

    private List<Exclusion> exclusions() {
        List<Exclusion> exclusions = page.get("results.exclusions", Shapes.list(new ExclusionShape()));
        page.require(
                exclusions.stream()
                        .map(Exclusion::location)
                        .flatMap(Optional::stream)
                        .allMatch(locations::contains),
                "results.exclusions",
                "must name locations of hospital.locations only");
        return exclusions;
    }

    private int days(String key) {
        return page.get(key, Shapes.number(0, LONGEST_EMBARGO));
    }
}

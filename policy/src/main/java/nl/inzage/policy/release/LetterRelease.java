package nl.inzage.policy.release;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.dossier.DossierStart;
import nl.inzage.policy.release.ReleaseDecision.Timed;

/** When a letter may be seen (F25, F35). The choice to see results right away does not concern letters. */
public final class LetterRelease {

    private final LetterRules rules;
    private final DossierStart start;

    public LetterRelease(LetterRules rules, DossierStart start) {
        this.rules = rules;
        this.start = start;
    }

    public ReleaseDecision of(LetterFacts letter) {
        if (letter.stage() == ResultStage.WITHDRAWN) {
            return ReleaseDecision.withheld(ReleaseCause.WITHDRAWN, "");
        }
        if (!letter.stage().isFinished()) {
            return ReleaseDecision.withheld(ReleaseCause.NOT_FINAL, "");
        }
        if (!rules.shows(letter.direction())) {
            return ReleaseDecision.withheld(ReleaseCause.DIRECTION_NOT_SHOWN, "letters.direction");
        }
        return start.show(letter.entry()).fold(shown -> timed(letter), StartGuard::withheld);
    }

    private ReleaseDecision timed(LetterFacts letter) {
        Instant known = letter.times().known();
        Period embargo = letter.oncology() ? rules.oncologyEmbargo() : rules.embargo();
        Instant release = DutchCalendar.later(known, embargo);
        String parameter = letter.oncology() ? "letters.embargoDays.oncology" : "letters.embargoDays";
        return new Timed(known, release, release, List.of(new ReleaseReason(ReleaseCause.EMBARGO, parameter)));
    }
}

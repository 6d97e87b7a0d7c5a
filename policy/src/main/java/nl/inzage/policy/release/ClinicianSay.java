package nl.inzage.policy.release;

import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.release.ClinicianAct.Hold;
import nl.inzage.policy.release.ReleaseDecision.Timed;

/**
 * How a clinician's decisions change the release of a result: the last one counts. A hold ends at the latest the
 * hospital's number of days after the result became known, and takes nothing away that was already seen.
 */
public final class ClinicianSay {

    private final Period longestHold;

    public ClinicianSay(Period longestHold) {
        this.longestHold = longestHold;
    }

    /** The release after the clinician's decisions; what is withheld by rule stays withheld. */
    public ReleaseDecision on(ReleaseDecision byRule, List<ClinicianAct> acts) {
        return byRule.fold(
                timed -> acts.stream()
                        .max(Comparator.comparing(ClinicianAct::placed))
                        .map(last -> apply(timed, last))
                        .orElse(timed),
                withheld -> withheld);
    }

    private Timed apply(Timed timed, ClinicianAct act) {
        return act instanceof Hold hold ? hold(timed, hold) : release(timed, act.placed());
    }

    private Timed hold(Timed timed, Hold hold) {
        Instant end = earlier(hold.until(), DutchCalendar.later(timed.known(), longestHold));
        return timed.with(
                held(timed.ordinary(), hold.placed(), end),
                held(timed.early(), hold.placed(), end),
                new ReleaseReason(ReleaseCause.HELD_BY_CLINICIAN, "results.longestHoldDays"));
    }

    /** Nothing is taken away: what could be seen when the hold was placed stays. */
    private static Instant held(Instant release, Instant placed, Instant end) {
        return release.isAfter(placed) && end.isAfter(release) ? end : release;
    }

    private static Timed release(Timed timed, Instant placed) {
        Instant moment = placed.isBefore(timed.known()) ? timed.known() : placed;
        return timed.with(
                earlier(timed.ordinary(), moment),
                earlier(timed.early(), moment),
                new ReleaseReason(ReleaseCause.RELEASED_BY_CLINICIAN, ""));
    }

    private static Instant earlier(Instant first, Instant second) {
        return first.isBefore(second) ? first : second;
    }
}

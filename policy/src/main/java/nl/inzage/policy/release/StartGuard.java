package nl.inzage.policy.release;

import nl.inzage.policy.dossier.StartReason;
import nl.inzage.policy.release.ReleaseDecision.Withheld;

/** Words the start date of a dossier as a reason not to release. */
final class StartGuard {

    private StartGuard() {}

    static Withheld withheld(StartReason reason) {
        ReleaseCause cause = reason == StartReason.NO_DATE ? ReleaseCause.NO_DATE : ReleaseCause.BEFORE_START_DATE;
        return new Withheld(new ReleaseReason(cause, "dossier.visibleFrom"));
    }
}

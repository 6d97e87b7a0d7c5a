package nl.inzage.policy.release;

import java.time.Duration;
import java.time.Instant;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.ruling.Ruling;

/**
 * The choice to see results right away (F31): off until a patient switches it on.
 *
 * @param offered whether the hospital offers it
 * @param delay how long after it became known, at most a day
 * @param switchedBy who may switch it on and off
 * @param forDelegates whether it counts for who looks on the patient's behalf
 * @param minimumAge the age from which somebody can have an account, and so choose
 */
public record EarlyRules(
        boolean offered, Duration delay, EarlySwitch switchedBy, EarlyForDelegates forDelegates, int minimumAge) {

    /** The first moment for who chose so; never after the ordinary one. */
    Instant earliest(Instant known, Instant ordinary) {
        Instant early = known.plus(delay);
        return offered && early.isBefore(ordinary) ? early : ordinary;
    }

    /** Whether somebody may switch the choice of a patient. */
    public Ruling<EarlyReason> maySwitch(Viewer viewer, BirthDate patientBorn, Instant now) {
        if (!offered) {
            return Ruling.refused(EarlyReason.NOT_OFFERED);
        }
        if (viewer == Viewer.PATIENT) {
            return patientBorn.hasSurelyReached(minimumAge, now)
                    ? Ruling.allowed(EarlyReason.PATIENT_DECIDES)
                    : Ruling.refused(EarlyReason.PATIENT_TOO_YOUNG);
        }
        return viewer == Viewer.DELEGATE && switchedBy == EarlySwitch.PATIENT_OR_DELEGATE
                ? Ruling.allowed(EarlyReason.DELEGATE_MAY_SWITCH)
                : Ruling.refused(EarlyReason.ONLY_THE_PATIENT);
    }

    /** Whether a viewer sees results at the early moment. */
    public Ruling<EarlyReason> seesEarly(Viewer viewer, EarlyChoice choice) {
        if (!offered) {
            return Ruling.refused(EarlyReason.NOT_OFFERED);
        }
        if (viewer == Viewer.OTHER || (viewer == Viewer.DELEGATE && forDelegates == EarlyForDelegates.NEVER)) {
            return Ruling.refused(EarlyReason.NOT_FOR_THIS_VIEWER);
        }
        if (!choice.patientHasAccount()) {
            return Ruling.refused(EarlyReason.PATIENT_HAS_NO_ACCOUNT);
        }
        return choice.optedIn()
                ? Ruling.allowed(EarlyReason.PATIENT_OPTED_IN)
                : Ruling.refused(EarlyReason.NOT_OPTED_IN);
    }

    /** The track that counts for a viewer. */
    public ReleaseTrack track(Viewer viewer, EarlyChoice choice) {
        return seesEarly(viewer, choice).fold(early -> ReleaseTrack.EARLY, ordinary -> ReleaseTrack.ORDINARY);
    }
}

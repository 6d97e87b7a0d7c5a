package nl.inzage.policy.appointment;

import java.time.Duration;
import java.time.Instant;
import nl.inzage.policy.ruling.Ruling;

/**
 * What one hospital decided about appointments (F39 to F43).
 *
 * @param request where a patient can ask for one
 * @param selfSchedule whether a patient can book one
 * @param invitation how long an invitation to book stays open, from its sending (seed ambiguity f)
 * @param cancelling when a patient can cancel one
 * @param afterCancelling what a patient can do about a cancelled one
 * @param videoOpens how long before the start the button of a video appointment works
 */
public record AppointmentRules(
        Request request,
        SelfSchedule selfSchedule,
        Duration invitation,
        CancelRules cancelling,
        AfterCancelling afterCancelling,
        Duration videoOpens) {

    /** Where a patient can ask for an appointment. */
    public enum Request {
        NONE,
        /** At a clinic where the patient is treated. */
        OWN_CLINIC
    }

    /** Whether a patient books. */
    public enum SelfSchedule {
        NOT_OFFERED,
        BY_INVITATION
    }

    /** What a patient can do about a cancelled appointment. */
    public enum AfterCancelling {
        NOTHING,
        /** Propose another moment. */
        PROPOSE
    }

    /** Why something about time is or is not possible. */
    public enum Reason {
        OPEN,
        TOO_EARLY,
        TOO_LATE,
        NOT_OFFERED
    }

    /** Whether an invitation can still be used to book. */
    public Ruling<Reason> mayBook(Instant invited, Instant now) {
        if (selfSchedule == SelfSchedule.NOT_OFFERED) {
            return Ruling.refused(Reason.NOT_OFFERED);
        }
        return now.isBefore(invited.plus(invitation)) ? Ruling.allowed(Reason.OPEN) : Ruling.refused(Reason.TOO_LATE);
    }

    /** Whether the button of a video appointment works. */
    public Ruling<Reason> mayJoinVideo(Instant start, Instant end, Instant now) {
        if (now.isBefore(start.minus(videoOpens))) {
            return Ruling.refused(Reason.TOO_EARLY);
        }
        return now.isBefore(end) ? Ruling.allowed(Reason.OPEN) : Ruling.refused(Reason.TOO_LATE);
    }
}

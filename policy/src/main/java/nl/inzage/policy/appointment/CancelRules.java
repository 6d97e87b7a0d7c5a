package nl.inzage.policy.appointment;

import java.time.Duration;
import java.time.Instant;
import nl.inzage.policy.ruling.Ruling;

/**
 * When a patient can cancel or move an appointment in the portal (F41).
 *
 * @param before how long before the start at the latest; hours that go by, also over a change of summer time
 * @param scope which appointments
 */
public record CancelRules(Duration before, Scope scope) {

    /** Which appointments a patient can cancel. */
    public enum Scope {
        ANY,
        /** Only what the patient booked in the portal. */
        SELF_BOOKED
    }

    /** Why an appointment can or cannot be cancelled. */
    public enum Reason {
        IN_TIME,
        TOO_LATE,
        NOT_BOOKED_BY_PATIENT
    }

    public Ruling<Reason> mayCancel(Instant start, boolean bookedByPatient, Instant now) {
        if (scope == Scope.SELF_BOOKED && !bookedByPatient) {
            return Ruling.refused(Reason.NOT_BOOKED_BY_PATIENT);
        }
        return now.isAfter(cancellableUntil(start)) ? Ruling.refused(Reason.TOO_LATE) : Ruling.allowed(Reason.IN_TIME);
    }

    /** The last moment at which it can be cancelled. */
    public Instant cancellableUntil(Instant start) {
        return start.minus(before);
    }
}

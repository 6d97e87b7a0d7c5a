package nl.inzage.policy.message;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.ruling.Ruling;

/**
 * What one hospital decided about messages to clinicians (F44 to F46).
 *
 * @param recipients to whom a patient can write
 * @param recent how long ago the last appointment may be
 * @param firstReader who reads first
 * @param replyWithinWorkdays in how many working days it is taken up
 * @param phoneAfterWorkdays after how many working days without an answer the patient is asked to phone
 */
public record MessageRules(
        Recipients recipients,
        Period recent,
        FirstReader firstReader,
        int replyWithinWorkdays,
        int phoneAfterWorkdays) {

    public MessageRules {
        if (phoneAfterWorkdays < replyWithinWorkdays) {
            throw new IllegalArgumentException("Patients are asked to phone before an answer is due");
        }
    }

    /** To whom a patient can write. */
    public enum Recipients {
        /** Clinicians with whom the patient had an appointment lately. */
        SEEN_RECENTLY,
        /** The specialties that treat the patient. */
        SPECIALTY,
        /** The team that treats the patient. */
        TREATMENT_TEAM
    }

    /** Who reads a message first. */
    public enum FirstReader {
        ADMINISTRATION,
        CLINIC_EMPLOYEE
    }

    /** Why a patient may or may not write to somebody. */
    public enum Reason {
        SEEN_RECENTLY,
        SEEN_TOO_LONG_AGO,
        NEVER_SEEN,
        TREATS_THE_PATIENT
    }

    /** Whether a patient may write to a clinician, by the last appointment that they had. */
    public Ruling<Reason> mayWrite(Optional<Instant> lastAppointment, Instant now) {
        if (lastAppointment.isEmpty()) {
            return Ruling.refused(Reason.NEVER_SEEN);
        }
        if (recipients != Recipients.SEEN_RECENTLY) {
            return Ruling.allowed(Reason.TREATS_THE_PATIENT);
        }
        return lastAppointment.get().isBefore(DutchCalendar.earlier(now, recent))
                ? Ruling.refused(Reason.SEEN_TOO_LONG_AGO)
                : Ruling.allowed(Reason.SEEN_RECENTLY);
    }
}

package nl.inzage.policy.consent;

import java.time.Duration;
import java.time.Instant;
import nl.inzage.policy.identity.BirthDate;
import nl.inzage.policy.ruling.Ruling;

/**
 * Choices of children in the national register (F60).
 *
 * @param parentRecordsUnder the age below which a parent or guardian records
 * @param selfFrom the age from which a child records
 * @param parentConfirmsUnder the age below which a parent must confirm
 * @param linkCode the code by which a child asks a parent to confirm
 */
public record ChildConsentRules(int parentRecordsUnder, int selfFrom, int parentConfirmsUnder, LinkCode linkCode) {

    /** "koppelcode": how many characters, how often and how long it can be used. */
    public record LinkCode(int length, int uses, Duration valid) {}

    /** Who records a choice. */
    public enum Recorder {
        PERSON,
        PARENT
    }

    /** What a parent answered. */
    public enum Confirmation {
        NONE,
        CONFIRMED,
        REJECTED
    }

    /** Why a choice may be recorded or counts, or not. */
    public enum Reason {
        OWN_CHOICE,
        RECORDED_BY_PARENT,
        CONFIRMED_BY_PARENT,
        TOO_YOUNG,
        OLD_ENOUGH_TO_CHOOSE,
        WAITS_FOR_PARENT,
        REJECTED_BY_PARENT
    }

    /** Whether somebody may record a choice for a person. */
    public Ruling<Reason> mayRecord(Recorder recorder, BirthDate born, Instant now) {
        if (recorder == Recorder.PARENT) {
            return born.mayHaveReached(parentRecordsUnder, now)
                    ? Ruling.refused(Reason.OLD_ENOUGH_TO_CHOOSE)
                    : Ruling.allowed(Reason.RECORDED_BY_PARENT);
        }
        return born.hasSurelyReached(selfFrom, now)
                ? Ruling.allowed(Reason.OWN_CHOICE)
                : Ruling.refused(Reason.TOO_YOUNG);
    }

    /** Whether a recorded choice counts; what a logged-in parent records is confirmed by it (seed ambiguity e). */
    public Ruling<Reason> counts(Recorder recorder, Confirmation confirmation, BirthDate born, Instant now) {
        if (recorder == Recorder.PARENT) {
            return Ruling.allowed(Reason.RECORDED_BY_PARENT);
        }
        if (born.hasSurelyReached(parentConfirmsUnder, now)) {
            return Ruling.allowed(Reason.OWN_CHOICE);
        }
        return switch (confirmation) {
            case CONFIRMED -> Ruling.allowed(Reason.CONFIRMED_BY_PARENT);
            case REJECTED -> Ruling.refused(Reason.REJECTED_BY_PARENT);
            case NONE -> Ruling.refused(Reason.WAITS_FOR_PARENT);
        };
    }
}

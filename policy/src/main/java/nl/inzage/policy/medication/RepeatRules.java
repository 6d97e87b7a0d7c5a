package nl.inzage.policy.medication;

import nl.inzage.policy.ruling.Ruling;

/**
 * How a repeat prescription is asked for (F37).
 *
 * @param offered whether it can be
 * @param onlyMarked whether only for medicines that the hospital marked for it
 * @param asksDaysOfStock whether the patient says for how many days there is some left
 * @param to who gets the request
 */
public record RepeatRules(boolean offered, boolean onlyMarked, boolean asksDaysOfStock, Recipient to) {

    /** Who gets a request. */
    public enum Recipient {
        /** The specialty that prescribed the medicine. */
        SPECIALTY,
        PHARMACY
    }

    /** Why a repeat can or cannot be asked for. */
    public enum Reason {
        OFFERED,
        NOT_OFFERED,
        NOT_MARKED
    }

    /** Whether a repeat of one medicine may be asked for. */
    public Ruling<Reason> mayRequest(boolean marked) {
        if (!offered) {
            return Ruling.refused(Reason.NOT_OFFERED);
        }
        return onlyMarked && !marked ? Ruling.refused(Reason.NOT_MARKED) : Ruling.allowed(Reason.OFFERED);
    }
}

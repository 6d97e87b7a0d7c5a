package nl.inzage.policy.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import nl.inzage.policy.ruling.Ruling;

/**
 * A code with which a patient lets a clinician elsewhere look once (F54).
 *
 * @param offered whether there is one
 * @param valid how long the code can be used
 * @param uses how often
 * @param sections what can be seen
 */
public record ShareRules(boolean offered, Duration valid, int uses, Set<Section> sections) {

    public ShareRules {
        sections = Set.copyOf(sections);
    }

    /** A part of the dossier that can be shared. */
    public enum Section {
        PROBLEMS,
        HISTORY,
        ALLERGIES,
        MEDICATION,
        RESULTS,
        APPOINTMENTS,
        MESSAGES,
        LETTERS
    }

    /** Why a code can or cannot be used. */
    public enum Reason {
        VALID,
        EXPIRED,
        USED,
        NOT_OFFERED
    }

    public Ruling<Reason> mayUse(Instant issued, int usesBefore, Instant now) {
        if (!offered) {
            return Ruling.refused(Reason.NOT_OFFERED);
        }
        if (usesBefore >= uses) {
            return Ruling.refused(Reason.USED);
        }
        return now.isBefore(issued.plus(valid)) ? Ruling.allowed(Reason.VALID) : Ruling.refused(Reason.EXPIRED);
    }
}

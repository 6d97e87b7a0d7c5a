package nl.inzage.policy.login;

import java.time.Instant;
import java.time.Period;
import java.util.Set;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.ruling.Ruling;

/**
 * The code on the letter with which a patient makes an account at home (F2 to F4).
 *
 * @param valid how many days it can be used
 * @param form which characters it has; capitals never matter
 * @param length how many characters it has
 * @param uses how often it can be used
 * @param reissue where a new one can be had
 */
public record ActivationRules(Period valid, Form form, int length, int uses, Set<EnrolmentChannel> reissue) {

    public ActivationRules {
        reissue = Set.copyOf(reissue);
    }

    /** The characters of a code. */
    public enum Form {
        DIGITS,
        LETTERS_AND_DIGITS
    }

    /** Why a code can or cannot be used. */
    public enum Reason {
        VALID,
        EXPIRED,
        USED
    }

    /** The first moment at which a code is no longer valid; it is printed on the letter. */
    public Instant expires(Instant issued) {
        return DutchCalendar.later(issued, valid);
    }

    public Ruling<Reason> mayUse(Instant issued, int usesBefore, Instant now) {
        if (usesBefore >= uses) {
            return Ruling.refused(Reason.USED);
        }
        return now.isBefore(expires(issued)) ? Ruling.allowed(Reason.VALID) : Ruling.refused(Reason.EXPIRED);
    }
}

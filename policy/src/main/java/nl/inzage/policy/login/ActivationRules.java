package nl.inzage.policy.login;

import java.time.Instant;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import nl.inzage.policy.calendar.DutchCalendar;
import nl.inzage.policy.ruling.Ruling;

/**
 * The code on the letter with which a patient makes an account at home (F2 to F4).
 *
 * @param valid how many days it can be used
 * @param form which characters it has; capitals never matter
 * @param length how many characters it has
 * @param reissue where a new one can be had
 */
public record ActivationRules(Period valid, Form form, int length, Set<EnrolmentChannel> reissue) {

    public ActivationRules {
        reissue = Set.copyOf(reissue);
    }

    /** The characters of a code. */
    public enum Form {
        DIGITS("0123456789"),
        /** Without those that look like another: 0 and O, 1 and I and L. */
        LETTERS_AND_DIGITS("23456789ABCDEFGHJKMNPQRSTUVWXYZ");

        private final String alphabet;

        Form(String alphabet) {
            this.alphabet = alphabet;
        }

        /** The characters that a code is made of. */
        public String alphabet() {
            return alphabet;
        }
    }

    /** A code as it is compared: spaces, hyphens and capitals do not matter (F3). */
    public static String normalized(String typed) {
        return typed.replaceAll("[\\s\u00a0-]", "").toUpperCase(Locale.ROOT);
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

    /** Whether a new code can be given, to somebody who had one before, where an employee sees the person (F4). */
    public boolean mayReissue(EnrolmentChannel channel) {
        return reissue.contains(channel);
    }

    /** Whether a code is good; it works once (F3). */
    public Ruling<Reason> mayUse(Instant issued, boolean used, Instant now) {
        if (used) {
            return Ruling.refused(Reason.USED);
        }
        return now.isBefore(expires(issued)) ? Ruling.allowed(Reason.VALID) : Ruling.refused(Reason.EXPIRED);
    }
}

package nl.inzage.policy.release;

import java.time.Period;
import java.util.Set;

/**
 * What one hospital decided about letters (F35).
 *
 * @param directions which letters are shown
 * @param embargo how many days a letter waits
 * @param oncologyEmbargo how many days a letter of the oncology centre waits
 */
public record LetterRules(Set<LetterDirection> directions, Period embargo, Period oncologyEmbargo) {

    public LetterRules {
        directions = Set.copyOf(directions);
    }

    /** A direction that is not known is shown where all directions are. */
    boolean shows(LetterDirection direction) {
        return directions.contains(direction)
                || (direction == LetterDirection.UNKNOWN
                        && directions.containsAll(Set.of(
                                LetterDirection.OUTGOING, LetterDirection.FROM_GP, LetterDirection.FROM_OTHERS)));
    }
}

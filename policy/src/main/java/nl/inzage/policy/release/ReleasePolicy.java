package nl.inzage.policy.release;

import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import nl.inzage.policy.calendar.DutchCalendar;

/**
 * When a patient may see a result of which no category is known: a number of calendar days after it became known, at
 * the same time of day in the Netherlands. {@link ResultRelease} knows more.
 *
 * @param embargo the waiting time in days; zero means at once
 */
public record ReleasePolicy(Period embargo) {

    public ReleasePolicy {
        if (embargo.isNegative()) {
            throw new IllegalArgumentException("An embargo cannot be negative: " + embargo);
        }
    }

    /** The first moment at which the result may be seen. */
    public Instant releaseOf(ResultTimes result) {
        return DutchCalendar.later(result.known(), embargo);
    }

    /** The release of a report with its parts: nothing of a group is seen before the latest of it. */
    public static Instant releaseOfGroup(Instant own, Collection<Instant> others) {
        return others.stream().reduce(own, (first, second) -> first.isAfter(second) ? first : second);
    }
}

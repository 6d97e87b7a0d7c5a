package nl.inzage.policy.release;

import java.time.Period;
import java.util.List;

/**
 * What one hospital decided about results.
 *
 * @param scope which sorts are shown
 * @param exclusions which of these are not
 * @param embargo how long they wait
 * @param early what a patient may choose
 * @param longestHold how many days after it became known a clinician may keep a result back at most
 */
public record ResultRules(
        ResultScope scope, List<Exclusion> exclusions, EmbargoDays embargo, EarlyRules early, Period longestHold) {

    public ResultRules {
        exclusions = List.copyOf(exclusions);
    }
}

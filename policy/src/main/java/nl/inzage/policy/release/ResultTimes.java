package nl.inzage.policy.release;

import java.time.Instant;
import java.util.Optional;

/**
 * When a result became known.
 *
 * @param issued the moment that the laboratory or department says the result was final; may be missing
 * @param received the moment that this server received it, by the database's clock
 */
public record ResultTimes(Optional<Instant> issued, Instant received) {

    /** The start of the embargo: a missing or future {@code issued} cannot be trusted, so receipt counts. */
    public Instant known() {
        return issued.filter(moment -> !moment.isAfter(received)).orElse(received);
    }

    boolean startsAtReceipt() {
        return issued.filter(moment -> !moment.isAfter(received)).isEmpty();
    }

    /**
     * The times of a correction of a result that was known before: a system that sends the old {@code issued} along
     * does not say when the correction became known, so receipt counts.
     */
    public ResultTimes correcting(Instant knownBefore) {
        return new ResultTimes(issued.filter(moment -> moment.isAfter(knownBefore)), received);
    }
}

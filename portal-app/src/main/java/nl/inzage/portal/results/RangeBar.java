package nl.inzage.portal.results;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;

/**
 * A value on a small ruler with the reference range as a band; all positions in percent of the ruler. It repeats what
 * the words say, for people who see faster than they read.
 *
 * @param bandStart where the reference range begins
 * @param bandWidth how wide it is
 * @param value where the value stands
 */
record RangeBar(int bandStart, int bandWidth, int value) {

    /** The band takes the middle half of the ruler; a range without a lower limit begins at the edge. */
    private static final double MARGIN = 0.5;

    private static final int EDGE = 3;

    static Optional<RangeBar> of(Observation observation) {
        Range range = Range.of(observation);
        if (range.high() == null
                || !observation.hasValueQuantity()
                || observation.getValueQuantity().hasComparator()) {
            return Optional.empty();
        }
        BigDecimal value = observation.getValueQuantity().getValue();
        return value == null
                ? Optional.empty()
                : of(value.doubleValue(), range.low() == null ? 0 : range.low().doubleValue(), range);
    }

    private static Optional<RangeBar> of(double value, double low, Range range) {
        double high = range.high().doubleValue();
        double span = high - low;
        if (span <= 0) {
            return Optional.empty();
        }
        double start = range.low() == null ? low : low - span * MARGIN;
        double length = high + span * MARGIN - start;
        int bandStart = percent(low - start, length);
        return Optional.of(new RangeBar(
                bandStart,
                percent(high - start, length) - bandStart,
                Math.max(EDGE, Math.min(100 - EDGE, percent(value - start, length)))));
    }

    private static int percent(double distance, double length) {
        return (int) Math.round(distance / length * 100);
    }
}

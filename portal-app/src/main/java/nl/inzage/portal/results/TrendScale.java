package nl.inzage.portal.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Observation;

/**
 * From values and moments to places in the drawing.
 *
 * @param low the value at the bottom
 * @param high the value at the top
 */
record TrendScale(double low, double high, long first, long last, Range range) {

    private static final double TOP = 16;
    private static final double BOTTOM = 180;
    private static final double LEFT = 12;
    private static final double RIGHT = 96;

    static TrendScale of(List<Observation> series, Range range) {
        DoubleStream limits = DoubleStream.concat(
                range.low() == null
                        ? DoubleStream.empty()
                        : DoubleStream.of(range.low().doubleValue()),
                range.high() == null
                        ? DoubleStream.empty()
                        : DoubleStream.of(range.high().doubleValue()));
        var all = DoubleStream.concat(series.stream().mapToDouble(TrendScale::value), limits)
                .summaryStatistics();
        double air =
                all.getMax() == all.getMin() ? Math.max(1, all.getMax() * 0.1) : (all.getMax() - all.getMin()) * 0.1;
        double bottom = all.getMin() >= 0 ? Math.max(0, all.getMin() - air) : all.getMin() - air;
        return new TrendScale(
                bottom, all.getMax() + air, moment(series.get(0)), moment(series.get(series.size() - 1)), range);
    }

    /** A line through mmol/L and mg/dL would be a lie, and "less than 5" is no point. */
    static boolean comparable(Observation shown, Observation other) {
        return shown.hasValueQuantity()
                && other.hasValueQuantity()
                && other.getValueQuantity().hasValue()
                && !other.getValueQuantity().hasComparator()
                && Objects.equals(unit(shown), unit(other));
    }

    static double value(Observation observation) {
        return observation.getValueQuantity().getValue().doubleValue();
    }

    double x(Observation observation) {
        return last == first
                ? (LEFT + RIGHT) / 2
                : round(LEFT + (RIGHT - LEFT) * (moment(observation) - first) / (last - first));
    }

    double y(double value) {
        return round(BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low));
    }

    Trend.Band band() {
        if (range.empty()) {
            return null;
        }
        double top = range.high() == null ? TOP : y(range.high().doubleValue());
        double bottom = range.low() == null ? BOTTOM : y(range.low().doubleValue());
        return new Trend.Band(top, round(bottom - top));
    }

    /** The limits of the reference range are the numbers that matter; without them bottom and top. */
    List<Trend.Tick> valueTicks(Notation notation) {
        List<Trend.Tick> ticks = new ArrayList<>();
        if (range.empty()) {
            ticks.add(new Trend.Tick(0, y(low), notation.number(rounded(low))));
            ticks.add(new Trend.Tick(0, y(high), notation.number(rounded(high))));
        }
        if (range.low() != null) {
            ticks.add(new Trend.Tick(0, y(range.low().doubleValue()), notation.number(range.low())));
        }
        if (range.high() != null) {
            ticks.add(new Trend.Tick(0, y(range.high().doubleValue()), notation.number(range.high())));
        }
        return List.copyOf(ticks);
    }

    private BigDecimal rounded(double value) {
        int decimals = high - low >= 20 ? 0 : high - low >= 2 ? 1 : 2;
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static long moment(Observation observation) {
        return ResultGroups.moment(observation).toEpochMilli();
    }

    private static String unit(Observation observation) {
        return observation.getValueQuantity().hasCode()
                ? observation.getValueQuantity().getCode()
                : observation.getValueQuantity().getUnit();
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}

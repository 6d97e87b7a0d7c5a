package nl.inzage.portal.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.inzage.portal.notation.FhirDates;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Observation;

/**
 * A line through the values of one test, ready to be written as SVG: positions across in percent, so that the drawing
 * is as wide as the page while its text keeps its size, and down in pixels. The table under it says the same.
 *
 * @param band the reference range, null when the laboratory gave none
 */
record Trend(List<Point> points, List<Line> lines, List<Tick> values, List<Tick> dates, Band band) {

    /** The drawing is this high; CSS does not know the numbers. */
    static final int HEIGHT = 220;

    private static final int SMALLEST_SERIES = 2;

    /** One measurement. */
    record Point(double x, double y, boolean deviates, String label) {}

    /** From one measurement to the next. */
    record Line(double x1, double y1, double x2, double y2) {}

    /** A word along an axis. */
    record Tick(double x, double y, String text) {}

    /** The reference range. */
    record Band(double y, double height) {}

    static Optional<Trend> of(Observation shown, List<Observation> series, Notation notation) {
        List<Observation> comparable = series.stream()
                .filter(other -> TrendScale.comparable(shown, other))
                .sorted(Comparator.comparing(ResultGroups::moment))
                .toList();
        if (comparable.size() < SMALLEST_SERIES) {
            return Optional.empty();
        }
        TrendScale scale = TrendScale.of(comparable, Range.of(shown));
        List<Point> points =
                comparable.stream().map(each -> point(each, scale, notation)).toList();
        return Optional.of(new Trend(
                points,
                linesThrough(points),
                scale.valueTicks(notation),
                dateTicks(comparable, scale, notation),
                scale.band()));
    }

    private static Point point(Observation each, TrendScale scale, Notation notation) {
        return new Point(
                scale.x(each),
                scale.y(TrendScale.value(each)),
                Flag.of(each).deviates(),
                notation.day(FhirDates.day(ResultGroups.date(each))) + ": " + notation.amount(each.getValueQuantity()));
    }

    private static List<Line> linesThrough(List<Point> points) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            lines.add(new Line(from.x(), from.y(), to.x(), to.y()));
        }
        return List.copyOf(lines);
    }

    private static List<Tick> dateTicks(List<Observation> series, TrendScale scale, Notation notation) {
        Observation first = series.get(0);
        Observation last = series.get(series.size() - 1);
        return List.of(
                new Tick(scale.x(first), HEIGHT - 6, notation.month(FhirDates.day(ResultGroups.date(first)))),
                new Tick(scale.x(last), HEIGHT - 6, notation.month(FhirDates.day(ResultGroups.date(last)))));
    }
}

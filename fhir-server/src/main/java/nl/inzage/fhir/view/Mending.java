package nl.inzage.fhir.view;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.inzage.fhir.view.Reconciler.Range;
import nl.inzage.fhir.view.UpkeepBook.Step;

/** Compares a range and mends what differs; what shows too much and cannot be mended is taken away. */
final class Mending {

    private final Reconciler reconciler;
    private final Rebuild rebuild;
    private final CodeComparison codes;

    Mending(Reconciler reconciler, Rebuild rebuild, CodeComparison codes) {
        this.reconciler = reconciler;
        this.rebuild = rebuild;
        this.codes = codes;
    }

    /** The codes come last: by then their rows are right. */
    Optional<Range> next(String place) {
        String inCodes = CodeComparison.TYPE + "/";
        return place.startsWith(inCodes)
                ? codes.rangeAfter(place.substring(inCodes.length()))
                : reconciler.rangeAfter(place).or(() -> codes.rangeAfter(""));
    }

    String placeAfter(Range range) {
        return range.type() + "/" + range.until();
    }

    /** What was found in a range, and what a second look still finds after it was mended. */
    Step mend(Range range) {
        if (range.type().equals(CodeComparison.TYPE)) {
            return codes.mend(range);
        }
        List<Difference> found = reconciler.differences(range);
        if (found.isEmpty()) {
            return new Step(range.size(), 0, 0, 0);
        }
        rebuild.of(keysOf(found));
        List<Difference> left =
                reconciler.differences(range).stream().filter(found::contains).toList();
        rebuild.conceal(keysOf(
                left.stream().filter(difference -> difference.kind().exposes()).toList()));
        Set<ResourceKey> exposing = keysOf(
                found.stream().filter(difference -> difference.kind().exposes()).toList());
        Set<ResourceKey> remaining = keysOf(left);
        Set<ResourceKey> mended = keysOf(found);
        mended.removeAll(exposing);
        mended.removeAll(remaining);
        return new Step(range.size(), exposing.size(), mended.size(), remaining.size());
    }

    private static Set<ResourceKey> keysOf(Collection<Difference> differences) {
        Set<ResourceKey> keys = new TreeSet<>();
        differences.forEach(difference -> keys.add(difference.key()));
        return keys;
    }
}

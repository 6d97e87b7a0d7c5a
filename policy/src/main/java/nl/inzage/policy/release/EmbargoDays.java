package nl.inzage.policy.release;

import java.time.Period;
import java.util.Comparator;
import java.util.Set;

/**
 * How many calendar days a hospital waits before it shows a result, so that the clinician can explain it first (F30).
 * More than one category, or one that is not known, gets the longest.
 */
public record EmbargoDays(int ordinary, int radiology, int pathology, int sti) {

    private static final Set<EmbargoClass> ALL =
            Set.of(EmbargoClass.ORDINARY, EmbargoClass.RADIOLOGY, EmbargoClass.PATHOLOGY, EmbargoClass.STI);

    /** The class with the longest embargo among those of the categories; with equal days the first of them. */
    EmbargoClass longestOf(Set<ResultCategory> categories) {
        return categories.stream()
                .map(ResultCategory::embargo)
                .map(type -> type == EmbargoClass.LONGEST ? longest() : type)
                .max(byDaysAndThenTheFirst())
                .orElseGet(this::longest);
    }

    /** The days to wait, in the Dutch calendar. */
    public Period of(EmbargoClass type) {
        return Period.ofDays(days(type));
    }

    private EmbargoClass longest() {
        return ALL.stream().max(byDaysAndThenTheFirst()).orElseThrow();
    }

    private Comparator<EmbargoClass> byDaysAndThenTheFirst() {
        return Comparator.comparingInt(this::days).thenComparing(Comparator.reverseOrder());
    }

    private int days(EmbargoClass type) {
        return switch (type) {
            case ORDINARY -> ordinary;
            case RADIOLOGY -> radiology;
            case PATHOLOGY -> pathology;
            case STI -> sti;
            case LONGEST -> days(longest());
        };
    }
}

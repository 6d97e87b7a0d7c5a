package nl.inzage.fhir.facts;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.policy.release.ResultCategory;

/**
 * What one code says of the sort of a result.
 *
 * @param kind whether it names sorts at all
 * @param categories the sorts; empty unless it names some
 */
record ResultSort(Kind kind, Set<ResultCategory> categories) {

    ResultSort {
        categories = Set.copyOf(categories);
    }

    /** How a code speaks about sorts. */
    enum Kind {
        /** It names one or more sorts of results. */
        NAMED,
        /** It is no result of an examination, such as a vital sign; in a table ENTRY. */
        ENTRY,
        /** It is a result, but another code must say of which sort; in a table a dash. */
        SILENT
    }

    /** Reads a cell such as {@code MICROBIOLOGY+STI}; anything unknown is an IllegalArgumentException. */
    static ResultSort parse(String cell) {
        return switch (cell) {
            case "ENTRY" -> new ResultSort(Kind.ENTRY, Set.of());
            case "-" -> new ResultSort(Kind.SILENT, Set.of());
            case "UNKNOWN" -> throw new IllegalArgumentException("What is not known is not in a table");
            default ->
                new ResultSort(
                        Kind.NAMED,
                        Arrays.stream(cell.split("\\+", -1))
                                .map(ResultCategory::valueOf)
                                .collect(Collectors.toSet()));
        };
    }
}

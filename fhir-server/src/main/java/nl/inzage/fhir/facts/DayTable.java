package nl.inzage.fhir.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.inzage.fhir.facts.TableFile.Row;

/** Which element of a type tells the day that the start date of a dossier looks at. */
final class DayTable {

    static final String HEADING = "type;elements;remark";

    private static final String ALWAYS = "always";

    private final Map<String, List<String>> elements = new HashMap<>();

    DayTable(TableFile file) {
        file.rows().forEach(this::add);
    }

    private void add(Row row) {
        if (elements.putIfAbsent(row.cell(0), List.of(row.cell(1).split(" ", -1))) != null) {
            throw new IllegalStateException(row.at() + ": " + row.cell(0) + " has a row already");
        }
    }

    /** Whether the start date of a dossier does not apply to a type. */
    boolean isAlways(String type) {
        return elements(type).contains(ALWAYS);
    }

    /** The paths of the elements of a type, the first that is filled counts; none for a type without a row. */
    List<String> elements(String type) {
        return elements.getOrDefault(type, List.of());
    }
}

package nl.inzage.portal.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search within the open dossier; which dossier is not for the page to say.
 *
 * @param atMost how many resources the page can show; the search ends there
 */
public record Query(Map<String, List<String>> parameters, int atMost) {

    /** What fits in one answer of the server. */
    private static final int PAGE = 100;

    /** Everything there is, up to a limit. */
    public static Query upTo(int atMost) {
        return new Query(Map.of(), atMost);
    }

    public Query with(String parameter, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        List<String> values = new ArrayList<>(more.getOrDefault(parameter, List.of()));
        values.add(value);
        more.put(parameter, List.copyOf(values));
        return new Query(more, atMost);
    }

    int pageSize() {
        return Math.min(PAGE, atMost);
    }
}

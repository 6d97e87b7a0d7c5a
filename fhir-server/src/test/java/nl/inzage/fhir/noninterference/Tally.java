package nl.inzage.fhir.noninterference;

import java.util.Map;
import java.util.TreeMap;
import nl.inzage.fhir.noninterference.Door.Reply;

/** How many answers of each status there were, and how many showed something. */
final class Tally {

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private int requests;
    private int withEntries;
    private int resources;

    void count(Reply reply) {
        requests++;
        byStatus.merge(reply.status(), 1, Integer::sum);
        if (reply.status() == 200 && reply.text().startsWith("{\"resourceType\":\"Bundle\"")) {
            withEntries += reply.text().contains("\"entry\":") ? 1 : 0;
        } else if (reply.status() == 200 && reply.body().length > 0) {
            resources++;
        }
    }

    int requests() {
        return requests;
    }

    /** Answers that hold at least one resource. */
    int shown() {
        return withEntries + resources;
    }

    /** Answers in which the server failed. */
    int faults() {
        return byStatus.entrySet().stream()
                .filter(entry -> entry.getKey() >= 500)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int withEntries() {
        return withEntries;
    }

    @Override
    public String toString() {
        return requests + " requests in pairs or threes, statuses " + byStatus + ", bundles with entries " + withEntries
                + ", single resources " + resources;
    }
}

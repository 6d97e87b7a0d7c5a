package nl.inzage.conformance.check;

import java.util.Map;
import java.util.TreeMap;
import nl.inzage.conformance.report.Outcome;
import nl.inzage.conformance.report.Report;

/** What only a person can judge, and where to look. */
final class Attestations {

    private static final Map<String, String> WHERE = new TreeMap<>(Map.of(
            "B17a", "register one of each, or read the documentation of the server",
            "B17b", "look at the page that asks a person to allow an app",
            "B17c", "look at that page with offline_access among the scopes",
            "B17d", "read the documentation of the server, or refresh after three months",
            "B17e", "find it without logging in",
            "B17f", "change a key at its address and try the old one"));

    private Attestations() {}

    static void into(Report report, String kindOfClient) {
        report.add("B15", Outcome.manual("run this for each kind of client; this run had: " + kindOfClient));
        WHERE.forEach((id, where) -> report.add(id, Outcome.manual(where)));
    }
}

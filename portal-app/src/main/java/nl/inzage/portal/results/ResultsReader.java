package nl.inzage.portal.results;

import java.util.List;
import java.util.stream.IntStream;
import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.fhir.Query;
import nl.inzage.portal.fhir.Rows;
import nl.inzage.portal.notation.FhirDates;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.stereotype.Component;

/** Reads laboratory results; what may be seen already is decided by the server, which simply leaves the rest out. */
@Component
public class ResultsReader {

    private static final int NEWEST = 100;
    private static final int ONE_YEAR = 1_000;

    /** The newest results, for a summary. */
    public Answer<List<ResultGroup>> newest(Dossier dossier, Notation notation, int groups) {
        return laboratory(dossier, Query.upTo(30))
                .map(rows ->
                        ResultGroups.of(
                                        reports(dossier, Query.upTo(10))
                                                .orElse(Rows.none())
                                                .all(),
                                        rows.all(),
                                        notation)
                                .stream()
                                .limit(groups)
                                .toList());
    }

    ResultsView newest(Dossier dossier, Notation notation) {
        return view(dossier, notation, Query.upTo(NEWEST), null);
    }

    ResultsView of(int year, Dossier dossier, Notation notation) {
        Query query =
                Query.upTo(ONE_YEAR).with("date", "ge" + year + "-01-01").with("date", "lt" + (year + 1) + "-01-01");
        return view(dossier, notation, query, year);
    }

    private ResultsView view(Dossier dossier, Notation notation, Query query, Integer year) {
        Answer<Rows<Observation>> values = laboratory(dossier, query);
        Answer<Rows<DiagnosticReport>> reports = reports(dossier, query);
        Rows<Observation> found = values.orElse(Rows.none());
        return new ResultsView(
                ResultGroups.of(reports.orElse(Rows.none()).all(), found.all(), notation),
                found.more() || year != null ? years(dossier) : List.of(),
                year,
                values.unavailable() || reports.unavailable());
    }

    private static Answer<Rows<Observation>> laboratory(Dossier dossier, Query query) {
        return dossier.search(
                Observation.class, query.with("category", "laboratory").with("_sort", "-date"));
    }

    private static Answer<Rows<DiagnosticReport>> reports(Dossier dossier, Query query) {
        return dossier.search(DiagnosticReport.class, query.with("_sort", "-date"));
    }

    /** From the newest result back to the oldest; a year in between may turn out empty, which the page says. */
    private static List<Integer> years(Dossier dossier) {
        int first = edge(dossier, "date");
        int last = edge(dossier, "-date");
        return first == 0 || last == 0
                ? List.of()
                : IntStream.iterate(last, year -> year >= first, year -> year - 1)
                        .boxed()
                        .toList();
    }

    private static int edge(Dossier dossier, String order) {
        Query one = Query.upTo(1).with("category", "laboratory").with("_sort", order);
        return dossier.search(Observation.class, one).orElse(Rows.none()).all().stream()
                .map(ResultGroups::date)
                .filter(date -> date != null)
                .mapToInt(ResultsReader::year)
                .findFirst()
                .orElse(0);
    }

    private static int year(BaseDateTimeType date) {
        return FhirDates.day(date).getYear();
    }
}

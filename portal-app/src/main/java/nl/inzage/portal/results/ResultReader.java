package nl.inzage.portal.results;

import java.util.Comparator;
import java.util.List;
import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.fhir.Query;
import nl.inzage.portal.fhir.Rows;
import nl.inzage.portal.notation.FhirDates;
import nl.inzage.portal.notation.Notation;
import nl.inzage.portal.shell.NotHere;
import nl.inzage.portal.shell.Unavailable;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.stereotype.Component;

/** Reads one result and the earlier values of the same test. */
@Component
class ResultReader {

    private static final int EARLIER = 200;

    ResultView read(String id, Dossier dossier, Notation notation) {
        Answer<Observation> answer = dossier.read(Observation.class, id);
        if (answer.unavailable()) {
            throw new Unavailable();
        }
        Observation observation = answer.value().filter(ResultRow::shown).orElseThrow(NotHere::new);
        Answer<Rows<Observation>> others = sameTest(observation, dossier);
        List<Observation> series = others.map(Rows::all).orElse(List.of()).stream()
                .filter(ResultRow::shown)
                .filter(other -> ResultGroups.date(other) != null)
                .sorted(Comparator.comparing(ResultGroups::moment).reversed())
                .toList();
        BaseDateTimeType date = ResultGroups.date(observation);
        return new ResultView(
                ResultRow.of(observation, notation),
                date == null ? "" : notation.dateAndTime(date),
                observation.getPerformerFirstRep().getDisplay(),
                series.stream().map(other -> earlier(other, id, notation)).toList(),
                Trend.of(observation, series, notation).orElse(null),
                others.unavailable());
    }

    private static Answer<Rows<Observation>> sameTest(Observation observation, Dossier dossier) {
        Coding code = observation.getCode().getCodingFirstRep();
        if (!code.hasCode()) {
            return Answer.found(Rows.none());
        }
        String token = code.hasSystem() ? code.getSystem() + "|" + code.getCode() : code.getCode();
        return dossier.search(
                Observation.class, Query.upTo(EARLIER).with("code", token).with("_sort", "-date"));
    }

    private static ResultView.Earlier earlier(Observation other, String shown, Notation notation) {
        ResultRow row = ResultRow.of(other, notation);
        return new ResultView.Earlier(
                row.id(),
                notation.shortDay(FhirDates.day(ResultGroups.date(other))),
                row.value(),
                row.flag(),
                row.range(),
                row.id().equals(shown));
    }
}

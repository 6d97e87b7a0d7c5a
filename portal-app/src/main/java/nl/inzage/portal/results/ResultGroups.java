package nl.inzage.portal.results;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.inzage.portal.notation.FhirDates;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;

/** Puts values under the report that names them, and the rest under their day; newest first. */
final class ResultGroups {

    /** A result without any date goes to the end, and is still shown. */
    private static final LocalDate UNKNOWN = LocalDate.MIN;

    private final Notation notation;
    private final Map<String, Observation> left = new LinkedHashMap<>();

    private ResultGroups(Notation notation, List<Observation> observations) {
        this.notation = notation;
        observations.stream()
                .filter(ResultRow::shown)
                .forEach(observation -> left.put(observation.getIdElement().getIdPart(), observation));
    }

    static List<ResultGroup> of(List<DiagnosticReport> reports, List<Observation> observations, Notation notation) {
        ResultGroups groups = new ResultGroups(notation, observations);
        List<ResultGroup> all = new ArrayList<>();
        reports.stream()
                .filter(report -> report.getStatus() != DiagnosticReport.DiagnosticReportStatus.ENTEREDINERROR)
                .map(groups::under)
                .filter(group -> !group.rows().isEmpty() || !group.conclusion().isEmpty())
                .forEach(all::add);
        all.addAll(groups.perDay());
        all.sort(Comparator.comparing(ResultGroup::day).reversed());
        return List.copyOf(all);
    }

    private ResultGroup under(DiagnosticReport report) {
        List<Observation> members = report.getResult().stream()
                .map(Reference::getReferenceElement)
                .map(reference -> left.remove(reference.getIdPart()))
                .filter(observation -> observation != null)
                .toList();
        BaseDateTimeType date = report.getEffective() instanceof BaseDateTimeType given
                ? given
                : members.stream().map(ResultGroups::date).findFirst().orElse(null);
        return new ResultGroup(
                ResultValue.name(report.getCode()),
                inWords(date),
                day(date),
                report.getPerformerFirstRep().getDisplay(),
                report.hasConclusion() ? report.getConclusion() : "",
                rows(members));
    }

    private List<ResultGroup> perDay() {
        Map<LocalDate, List<Observation>> days = new TreeMap<>();
        left.values().forEach(observation -> days.computeIfAbsent(day(date(observation)), day -> new ArrayList<>())
                .add(observation));
        return days.entrySet().stream()
                .map(day -> new ResultGroup(
                        "", inWords(date(day.getValue().get(0))), day.getKey(), null, "", rows(day.getValue())))
                .toList();
    }

    private List<ResultRow> rows(List<Observation> observations) {
        return observations.stream()
                .map(observation -> ResultRow.of(observation, notation))
                .toList();
    }

    private String inWords(BaseDateTimeType date) {
        return date == null ? "" : notation.date(date);
    }

    private static LocalDate day(BaseDateTimeType date) {
        return date == null ? UNKNOWN : FhirDates.day(date);
    }

    /** When the sample was taken; when it was reported if nobody wrote that down. */
    static BaseDateTimeType date(Observation observation) {
        if (observation.getEffective() instanceof BaseDateTimeType given) {
            return given;
        }
        return observation.hasEffectivePeriod()
                        && observation.getEffectivePeriod().hasStart()
                ? observation.getEffectivePeriod().getStartElement()
                : observation.hasIssued() ? observation.getIssuedElement() : null;
    }

    /** To sort by; the very beginning for a result without a date. */
    static Instant moment(Observation observation) {
        BaseDateTimeType date = date(observation);
        return date == null ? Instant.MIN : date.getValue().toInstant();
    }
}

package nl.inzage.launcher.demo.fhir;

import java.time.ZonedDateTime;
import java.util.Locale;
import nl.inzage.launcher.demo.people.LabSeries;
import nl.inzage.launcher.demo.people.LabSeries.LabResult;
import nl.inzage.launcher.demo.people.TestCatalogue;
import nl.inzage.launcher.demo.people.TestCatalogue.LabTest;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.r4.model.Specimen.SpecimenStatus;

/** Laboratory results: a report with its observations and the sample, as nl-core-LaboratoryTestResult. */
final class LabReports {

    private final DossierDraft dossier;
    private final TestCatalogue tests;

    LabReports(DossierDraft dossier, TestCatalogue tests) {
        this.dossier = dossier;
        this.tests = tests;
    }

    void add(LabSeries series) {
        series.results().forEach(result -> addReport(series, result));
    }

    private void addReport(LabSeries series, LabResult result) {
        LabMoments moments = LabMoments.of(result.date(), result.issued(), dossier.calendar());
        String number = number(series, result);
        Reference sample = addSample(number, result, moments.sampled());
        DiagnosticReport report = new DiagnosticReport();
        report.setMeta(Codes.profile("lu-LaboratoryTestResult-DiagnosticReport"));
        Identifier identifier = dossier.identifier("lab/rapport", number);
        report.addIdentifier(identifier);
        report.setStatus(DiagnosticReportStatus.fromCode(result.status().orElse("final")));
        report.addCategory(Codes.concept(Codes.hl7("v2-0074", "LAB", "Laboratory")));
        report.setCode(Codes.concept(series.panel(), new Coding(Codes.LOINC, "11502-2", "Laboratory report")));
        report.setSubject(dossier.patient());
        report.setEffective(Moments.dateTime(moments.sampled()));
        report.setIssuedElement(Moments.instant(moments.issued()));
        report.addPerformer(dossier.surroundings().laboratory());
        report.addSpecimen(sample);
        result.conclusion().ifPresent(report::setConclusion);
        result.values()
                .forEach((key, value) -> report.addResult(addObservation(number, key, value, result, moments, sample)));
        dossier.draft().put(report, identifier, series.panel());
    }

    private Reference addObservation(
            String number, String key, String value, LabResult result, LabMoments moments, Reference sample) {
        LabTest test = tests.test(key);
        Observation observation = new Observation();
        observation.setMeta(Codes.profile("nl-core-LaboratoryTestResult"));
        Identifier identifier = dossier.identifier("lab/uitslag", number + "-" + key);
        observation.addIdentifier(identifier);
        observation.setStatus(ObservationStatus.fromCode(result.status().orElse("final")));
        observation.addCategory(Codes.concept(Codes.hl7("observation-category", "laboratory", "Laboratory")));
        observation.setCode(Observations.code(test));
        observation.setSubject(dossier.patient());
        observation.setEffective(Moments.dateTime(moments.sampled()));
        observation.setIssuedElement(Moments.instant(moments.issued()));
        observation.addPerformer(dossier.surroundings().laboratory());
        observation.setSpecimen(sample);
        Observations.setValue(observation, test, test.rangeOf(dossier.person().gender()), value);
        return dossier.draft().put(observation, identifier, test.name());
    }

    private Reference addSample(String number, LabResult result, ZonedDateTime sampled) {
        boolean urine = result.values().containsKey("urinekweek");
        Specimen specimen = new Specimen().setStatus(SpecimenStatus.AVAILABLE);
        specimen.setMeta(Codes.profile("nl-core-LaboratoryTestResult.Specimen"));
        Identifier identifier = dossier.identifier("lab/monster", number);
        specimen.addIdentifier(identifier);
        specimen.setType(Codes.concept(
                urine ? "Urine" : "Bloed",
                new Coding(
                        Codes.SNOMED, urine ? "122575003" : "119297000", urine ? "Urine specimen" : "Blood specimen")));
        specimen.setSubject(dossier.patient());
        specimen.getCollection().setCollected(Moments.dateTime(sampled));
        return dossier.draft().put(specimen, identifier, urine ? "Urine" : "Bloed");
    }

    /** The number of a report follows from its request and date, so that a line added to the data moves no other. */
    private static String number(LabSeries series, LabResult result) {
        return (series.panel() + "." + result.date().text())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-");
    }
}

package nl.inzage.launcher.demo.fhir;

import nl.inzage.launcher.demo.people.Report;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** Results in words, as nl-core-TextResult, with the report of the department as a document if it wrote one. */
final class TextReports {

    private final DossierDraft dossier;
    private final Letters letters;

    TextReports(DossierDraft dossier, Letters letters) {
        this.dossier = dossier;
        this.letters = letters;
    }

    void add(Report from) {
        LabMoments moments = LabMoments.of(from.date(), from.issued(), dossier.calendar());
        DiagnosticReport report = new DiagnosticReport();
        report.setMeta(Codes.profile("nl-core-TextResult"));
        Identifier identifier = dossier.identifier("verslag", from.number());
        report.addIdentifier(identifier);
        report.setStatus(DiagnosticReportStatus.fromCode(from.status().orElse("final")));
        report.addCategory(Codes.concept(Codes.hl7("v2-0074", from.category(), null)));
        report.setCode(Codes.concept(from.title(), new Coding(Codes.LOINC, from.loinc(), null)));
        report.setSubject(dossier.patient());
        report.setEffective(Moments.dateTime(moments.sampled()));
        report.setIssuedElement(Moments.instant(moments.issued()));
        report.addPerformer(dossier.surroundings().professional(from.by()));
        report.setConclusion(from.conclusion());
        Reference reference = dossier.draft().put(report, identifier, from.title());
        from.letter()
                .ifPresent(text ->
                        report.addPresentedForm(letters.addReportLetter(from, text, moments.issued(), reference)));
    }
}

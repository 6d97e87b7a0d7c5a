package nl.inzage.launcher.demo.fhir;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.inzage.launcher.demo.letter.LetterPdf;
import nl.inzage.launcher.demo.letter.LetterSheet;
import nl.inzage.launcher.demo.people.Letter;
import nl.inzage.launcher.demo.people.Letter.Kind;
import nl.inzage.launcher.demo.people.Report;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** Letters: a DocumentReference that describes it and a Binary with the PDF. */
final class Letters {

    private static final LocalTime OFFICE = LocalTime.of(16, 30);

    private final DossierDraft dossier;
    private final LetterSheets sheets;

    Letters(DossierDraft dossier, LetterSheets sheets) {
        this.dossier = dossier;
        this.sheets = sheets;
    }

    void add(Letter from) {
        ZonedDateTime written = dossier.calendar().workingMoment(from.date(), OFFICE);
        LetterSheet sheet = sheets.sheet(from, written.toLocalDate());
        add(describe(from.kind(), from.title(), from.by(), written), dossier.identifier("brief", from.number()), sheet);
    }

    /** Adds the report as a document that belongs to the result, and answers the document for in the result. */
    Attachment addReportLetter(Report from, String text, ZonedDateTime written, Reference report) {
        Letter letter =
                new Letter(from.number(), Kind.REPORT, from.title(), from.by(), from.date(), Optional.empty(), text);
        DocumentReference document = describe(Kind.REPORT, from.title(), from.by(), written);
        document.getContext().addRelated(report);
        LetterSheet sheet = sheets.sheet(letter, written.toLocalDate());
        return add(document, dossier.identifier("verslag", from.number()), sheet);
    }

    private DocumentReference describe(Kind kind, String title, String author, ZonedDateTime written) {
        DocumentReference document = new DocumentReference();
        document.getMeta().addProfile("http://medmij.nl/fhir/StructureDefinition/bbs-DocumentReference");
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.setDocStatus(ReferredDocumentStatus.FINAL);
        document.setType(Codes.concept(kind.dutch(), new Coding(Codes.LOINC, kind.loinc(), kind.display())));
        document.addCategory(Codes.concept(kind.dutch(), new Coding(Codes.LOINC, kind.loinc(), kind.display())));
        document.setSubject(dossier.patient());
        document.setDateElement(Moments.instant(written));
        document.addAuthor(dossier.surroundings().professional(author));
        document.setCustodian(dossier.surroundings().hospital());
        document.setDescription(title);
        return document;
    }

    private Attachment add(DocumentReference document, Identifier identifier, LetterSheet sheet) {
        byte[] pdf = new LetterPdf(sheet).bytes();
        Binary binary = new Binary().setContentType("application/pdf").setData(pdf);
        binary.setSecurityContext(dossier.patient());
        String address = dossier.draft()
                .putById(
                        binary,
                        BundleDraft.uuid(identifier.getSystem() + "|" + identifier.getValue())
                                .toString());
        document.addIdentifier(identifier);
        document.setMasterIdentifier(identifier);
        Attachment attachment = new Attachment()
                .setContentType("application/pdf")
                .setLanguage("nl")
                .setUrl(address)
                .setSize(pdf.length)
                .setTitle(document.getDescription())
                .setCreationElement(new DateTimeType(document.getDateElement().getValueAsString()));
        document.addContent().setAttachment(attachment);
        dossier.draft().put(document, identifier, document.getDescription());
        return attachment.copy();
    }
}

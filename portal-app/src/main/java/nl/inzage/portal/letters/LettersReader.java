package nl.inzage.portal.letters;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.fhir.Query;
import nl.inzage.portal.fhir.Rows;
import nl.inzage.portal.notation.Notation;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** Reads the list of letters, newest first; a letter that was replaced is not shown beside its successor. */
@Component
public class LettersReader {

    private static final int SHOWN = 200;

    /** On a page of letters this kind tells nobody anything. */
    private static final String NOTHING_NEW = "Brief";

    /** The newest letters, for a summary. */
    public Answer<List<LetterView>> newest(Dossier dossier, Notation notation, int howMany) {
        return search(dossier, Math.max(10, howMany))
                .map(rows -> letters(rows, notation).stream().limit(howMany).toList());
    }

    LettersView read(Dossier dossier, Notation notation) {
        Answer<Rows<DocumentReference>> answer = search(dossier, SHOWN);
        Rows<DocumentReference> rows = answer.orElse(Rows.none());
        return new LettersView(letters(rows, notation), rows.more(), answer.unavailable());
    }

    private static Answer<Rows<DocumentReference>> search(Dossier dossier, int howMany) {
        return dossier.search(DocumentReference.class, Query.upTo(howMany).with("_sort", "-date"));
    }

    private static List<LetterView> letters(Rows<DocumentReference> rows, Notation notation) {
        return rows.all().stream()
                .filter(document -> document.getStatus() == DocumentReferenceStatus.CURRENT)
                .map(document -> letter(document, notation))
                .toList();
    }

    private static LetterView letter(DocumentReference document, Notation notation) {
        Attachment file = document.getContentFirstRep().getAttachment();
        String kind = inWords(document.getType());
        String title = Stream.of(document.getDescription(), file.getTitle(), kind)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
        return new LetterView(
                document.getIdElement().getIdPart(),
                title,
                title.equals(kind) || kind.equalsIgnoreCase(NOTHING_NEW) ? "" : kind,
                document.hasDate() ? notation.date(document.getDateElement()) : "",
                document.getAuthor().stream()
                        .map(Reference::getDisplay)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                file.hasSize() ? notation.size(file.getSize()) : "",
                "application/pdf".equals(file.getContentType()),
                file.hasData() || LetterFile.binaryId(file).isPresent());
    }

    private static String inWords(CodeableConcept type) {
        if (type.hasText()) {
            return type.getText();
        }
        return type.getCodingFirstRep().hasDisplay() ? type.getCodingFirstRep().getDisplay() : "";
    }
}

package nl.inzage.portal.letters;

import nl.inzage.portal.fhir.Answer;
import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.FhirDates;
import nl.inzage.portal.shell.NotHere;
import nl.inzage.portal.shell.Unavailable;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.springframework.stereotype.Component;

/** Fetches the file of a letter, through the letter: a bare Binary id opens nothing. */
@Component
class LetterFileReader {

    LetterFile read(String letterId, Dossier dossier) {
        DocumentReference letter = required(dossier.read(DocumentReference.class, letterId));
        Attachment file = letter.getContentFirstRep().getAttachment();
        byte[] content = file.hasData()
                ? file.getData()
                : required(dossier.content(LetterFile.binaryId(file).orElseThrow(NotHere::new)));
        String date = letter.hasDate() ? "-" + FhirDates.day(letter.getDateElement()) : "";
        return new LetterFile(content, "brief" + date);
    }

    private static <T> T required(Answer<T> answer) {
        if (answer.unavailable()) {
            throw new Unavailable();
        }
        return answer.value().orElseThrow(NotHere::new);
    }
}

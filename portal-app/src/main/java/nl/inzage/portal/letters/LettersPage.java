package nl.inzage.portal.letters;

import nl.inzage.portal.fhir.Dossier;
import nl.inzage.portal.notation.Notation;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Letters, and the file behind each of them. */
@Controller
class LettersPage {

    /** A file may show itself and do nothing else. */
    private static final String FILE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; object-src 'self';" + " frame-ancestors 'none'";

    private final LettersReader letters;
    private final LetterFileReader files;

    LettersPage(LettersReader letters, LetterFileReader files) {
        this.letters = letters;
        this.files = files;
    }

    @GetMapping("/brieven")
    String page(Dossier dossier, Notation notation, Model model) {
        model.addAttribute("view", letters.read(dossier, notation));
        return "letters/page";
    }

    @GetMapping("/brieven/{id}/bestand")
    ResponseEntity<byte[]> file(@PathVariable("id") String id, Dossier dossier) {
        LetterFile file = files.read(id, dossier);
        ContentDisposition how = file.pdf()
                ? ContentDisposition.inline().filename(file.name() + ".pdf").build()
                : ContentDisposition.attachment().filename(file.name() + ".bin").build();
        return ResponseEntity.ok()
                .contentType(file.pdf() ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, how.toString())
                .header("Content-Security-Policy", FILE_POLICY)
                .body(file.content());
    }
}

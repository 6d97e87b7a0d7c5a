package nl.inzage.portal.letters;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Attachment;

/** The file of a letter, under a name that tells nothing about the person to whoever sees the download folder. */
final class LetterFile {

    /** Only our own FHIR server's Binary: an address elsewhere is never fetched. */
    private static final Pattern BINARY = Pattern.compile("(?:.*/)?Binary/([A-Za-z0-9\\-.]{1,64})(?:/_history/.*)?");

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private final String name;

    LetterFile(byte[] content, String name) {
        this.content = content;
        this.name = name;
    }

    byte[] content() {
        return content;
    }

    String name() {
        return name;
    }

    static Optional<String> binaryId(Attachment file) {
        if (!file.hasUrl()) {
            return Optional.empty();
        }
        Matcher found = BINARY.matcher(file.getUrl());
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Judged by the content: what a hospital calls a PDF may be a web page with a script in it. */
    boolean pdf() {
        return content.length > PDF.length && Arrays.equals(content, 0, PDF.length, PDF, 0, PDF.length);
    }
}

package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The content of a document as a browser may open it: kinds that can run something are saved, never shown. */
final class Documents {

    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg", "text/plain");

    private final ObjectMapper json = new ObjectMapper();

    Answer raw(DocumentContent content) {
        MediaType type = type(content.type());
        boolean shown = SHOWN.contains(type.getType() + "/" + type.getSubtype());
        String disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(fileName(content, type), StandardCharsets.UTF_8)
                .build()
                .toString();
        return new Answer(200, type.toString(), content.bytes())
                .with("Content-Disposition", disposition)
                .with("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static MediaType type(String text) {
        try {
            return MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException unreadable) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    /** The title that the document gives it, as a file name that is safe anywhere. */
    private String fileName(DocumentContent content, MediaType type) {
        String title = title(content)
                .orElse(content.id())
                .replaceAll("[^\\p{L}\\p{N} ._-]", "_")
                .strip();
        String ending = type.equalsTypeAndSubtype(MediaType.APPLICATION_PDF) ? ".pdf" : "";
        return title.endsWith(ending) ? title : title + ending;
    }

    private Optional<String> title(DocumentContent content) {
        try {
            for (JsonNode part : json.readTree(content.document().body().utf8()).path("content")) {
                JsonNode attachment = part.path("attachment");
                if (attachment.path("url").asText().endsWith("Binary/" + content.id())) {
                    return Optional.ofNullable(attachment.path("title").textValue());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The stored body of " + content.document().key() + " cannot be read", e);
        }
    }
}

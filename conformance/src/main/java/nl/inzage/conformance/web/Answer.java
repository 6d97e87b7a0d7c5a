package nl.inzage.conformance.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;

/**
 * What a server answered.
 *
 * @param address that was asked
 */
public record Answer(URI address, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The first value of a header, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Whether a header that is a list holds a word, in any case. */
    public boolean hasWord(String header, String word) {
        return headers.allValues(header).stream()
                .flatMap(value -> java.util.Arrays.stream(value.split(",")))
                .anyMatch(part -> part.strip().toLowerCase(Locale.ROOT).equals(word));
    }

    /** The body as JSON; a missing node when it is something else. */
    public JsonNode json() {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A text at the top of the JSON, or an empty one. */
    public String text(String name) {
        return json().path(name).asText("");
    }

    /** Whether pages of an origin can read this answer. */
    public boolean isReadableFrom(String origin) {
        String allowed = header("Access-Control-Allow-Origin");
        return allowed.equals("*") || allowed.equals(origin);
    }
}

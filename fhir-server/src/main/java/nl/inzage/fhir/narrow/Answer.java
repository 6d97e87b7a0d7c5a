package nl.inzage.fhir.narrow;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A complete answer: nothing of it is sent before all of it is known and checked. */
final class Answer {

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte[] body;

    Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.body = body;
        headers.put("Content-Type", contentType);
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
    }

    static Answer fhir(int status, String body) {
        return new Answer(status, Formats.FHIR_JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    byte[] body() {
        return body;
    }
}

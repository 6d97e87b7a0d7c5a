package nl.inzage.fhir.narrow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.fhir.audit.Asked;

/** A complete answer: nothing of it is sent before all of it is known and checked. */
final class Answer {

    private static final String TYPE = "Content-Type";

    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final byte[] body;
    private final List<Asked> asked = new ArrayList<>();

    Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.body = body;
        headers.put(TYPE, contentType);
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

    /** What was asked to get it: of a batch, each of its entries. */
    Answer to(List<Asked> questions) {
        asked.addAll(questions);
        return this;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The same with another representation of its body. */
    Answer as(String contentType, String other) {
        Answer answer = new Answer(status, contentType, other.getBytes(StandardCharsets.UTF_8)).to(asked);
        headers.forEach((name, value) -> {
            if (!name.equals(TYPE)) {
                answer.with(name, value);
            }
        });
        return answer;
    }

    boolean isFhirJson() {
        return body.length > 0 && Formats.FHIR_JSON.equals(headers.get(TYPE));
    }

    boolean isFhir() {
        return headers.get(TYPE).startsWith("application/fhir+");
    }

    /** The same, compressed. */
    Answer compressed(byte[] gzip) {
        Answer answer = new Answer(status, headers.get(TYPE), gzip);
        headers.forEach(answer::with);
        return answer.with("Content-Encoding", "gzip");
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

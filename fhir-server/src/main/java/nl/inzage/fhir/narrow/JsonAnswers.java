package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes Bundles around bodies that are sent as they are stored, and OperationOutcomes. */
final class JsonAnswers {

    private final JsonFactory json = new JsonFactory();
    private final String base;

    /** With the door's public base URL, without a slash at the end. */
    JsonAnswers(String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    /** A page of a search; the next link when there is more. Without total: that would need another count. */
    byte[] searchset(String self, Optional<String> next, List<Row> rows) {
        return written((writer, out) -> {
            writer.writeStartObject();
            writer.writeStringField("resourceType", "Bundle");
            writer.writeStringField("type", "searchset");
            writer.writeArrayFieldStart("link");
            link(writer, "self", self);
            if (next.isPresent()) {
                link(writer, "next", next.get());
            }
            writer.writeEndArray();
            if (!rows.isEmpty()) {
                writer.writeArrayFieldStart("entry");
                for (Row row : rows) {
                    entry(writer, out, row);
                }
                writer.writeEndArray();
            }
            writer.writeEndObject();
        });
    }

    private void link(JsonGenerator writer, String relation, String path) throws IOException {
        writer.writeStartObject();
        writer.writeStringField("relation", relation);
        writer.writeStringField("url", base + "/" + path);
        writer.writeEndObject();
    }

    private void entry(JsonGenerator writer, OutputStream out, Row row) throws IOException {
        writer.writeStartObject();
        writer.writeStringField("fullUrl", base + "/" + row.key());
        writer.writeFieldName("resource");
        raw(writer, out, row.body().utf8());
        writer.writeObjectFieldStart("search");
        writer.writeStringField("mode", row.matched() ? "match" : "include");
        writer.writeEndObject();
        writer.writeEndObject();
    }

    /** A document's content in FHIR's own form, for who asks for it by name. */
    byte[] binary(DocumentContent content) {
        return written((writer, out) -> {
            writer.writeStartObject();
            writer.writeStringField("resourceType", "Binary");
            writer.writeStringField("id", content.id());
            writer.writeObjectFieldStart("meta");
            writer.writeStringField("versionId", Long.toString(content.version()));
            writer.writeStringField("lastUpdated", content.updated().toString());
            writer.writeEndObject();
            writer.writeStringField("contentType", content.type());
            writer.writeBinaryField("data", content.bytes());
            writer.writeEndObject();
        });
    }

    /** The answers to a batch, in its order: what each request would have got alone. */
    byte[] batchResponse(List<Answer> answers) {
        return written((writer, out) -> {
            writer.writeStartObject();
            writer.writeStringField("resourceType", "Bundle");
            writer.writeStringField("type", "batch-response");
            writer.writeArrayFieldStart("entry");
            for (Answer answer : answers) {
                part(writer, out, answer);
            }
            writer.writeEndArray();
            writer.writeEndObject();
        });
    }

    private static void part(JsonGenerator writer, OutputStream out, Answer answer) throws IOException {
        boolean answered = answer.status() < 400;
        writer.writeStartObject();
        if (answered) {
            writer.writeFieldName("resource");
            raw(writer, out, answer.body());
        }
        writer.writeObjectFieldStart("response");
        writer.writeStringField("status", Integer.toString(answer.status()));
        Optional<String> tag = answer.header("ETag");
        if (tag.isPresent()) {
            writer.writeStringField("etag", tag.get());
        }
        if (!answered) {
            writer.writeFieldName("outcome");
            raw(writer, out, answer.body());
        }
        writer.writeEndObject();
        writer.writeEndObject();
    }

    Answer refusal(Refusal refusal) {
        Answer answer = Answer.fhir(refusal.status(), written((writer, out) -> {
            writer.writeStartObject();
            writer.writeStringField("resourceType", "OperationOutcome");
            writer.writeArrayFieldStart("issue");
            writer.writeStartObject();
            writer.writeStringField("severity", "error");
            writer.writeStringField("code", refusal.code());
            writer.writeStringField("diagnostics", refusal.getMessage());
            writer.writeEndObject();
            writer.writeEndArray();
            writer.writeEndObject();
        }));
        return refusal.status() == 405 ? answer.with("Allow", "GET, HEAD, POST") : answer;
    }

    /** A value that is there in bytes already: it goes past the writer, which only writes what belongs before it. */
    private static void raw(JsonGenerator writer, OutputStream out, byte[] value) throws IOException {
        writer.writeRawValue("");
        writer.flush();
        out.write(value);
    }

    private byte[] written(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        try (JsonGenerator writer = json.createGenerator(out)) {
            content.write(writer, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private interface Content {
        void write(JsonGenerator writer, OutputStream out) throws IOException;
    }
}

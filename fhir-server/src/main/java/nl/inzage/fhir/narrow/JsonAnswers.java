package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
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
    String searchset(String self, Optional<String> next, List<Row> rows) {
        return written(writer -> {
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
                    entry(writer, row);
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

    private void entry(JsonGenerator writer, Row row) throws IOException {
        writer.writeStartObject();
        writer.writeStringField("fullUrl", base + "/" + row.key());
        writer.writeFieldName("resource");
        writer.writeRawValue(row.body());
        writer.writeObjectFieldStart("search");
        writer.writeStringField("mode", row.matched() ? "match" : "include");
        writer.writeEndObject();
        writer.writeEndObject();
    }

    /** A document's content in FHIR's own form, for who asks for it by name. */
    String binary(DocumentContent content) {
        return written(writer -> {
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
    String batchResponse(List<Answer> answers) {
        return written(writer -> {
            writer.writeStartObject();
            writer.writeStringField("resourceType", "Bundle");
            writer.writeStringField("type", "batch-response");
            writer.writeArrayFieldStart("entry");
            for (Answer answer : answers) {
                part(writer, answer);
            }
            writer.writeEndArray();
            writer.writeEndObject();
        });
    }

    private static void part(JsonGenerator writer, Answer answer) throws IOException {
        boolean answered = answer.status() < 400;
        writer.writeStartObject();
        if (answered) {
            writer.writeFieldName("resource");
            writer.writeRawValue(answer.text());
        }
        writer.writeObjectFieldStart("response");
        writer.writeStringField("status", Integer.toString(answer.status()));
        Optional<String> tag = answer.header("ETag");
        if (tag.isPresent()) {
            writer.writeStringField("etag", tag.get());
        }
        if (!answered) {
            writer.writeFieldName("outcome");
            writer.writeRawValue(answer.text());
        }
        writer.writeEndObject();
        writer.writeEndObject();
    }

    Answer refusal(Refusal refusal) {
        Answer answer = Answer.fhir(refusal.status(), written(writer -> {
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

    private String written(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator writer = json.createGenerator(text)) {
            content.write(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private interface Content {
        void write(JsonGenerator writer) throws IOException;
    }
}

package nl.inzage.launcher.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Why a server refused something, in a line or two: the issues of its OperationOutcome, else the start of its text. */
final class RefusalText {

    private static final int LONGEST = 1500;
    private static final int BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RefusalText() {}

    static String of(int status, InputStream body) throws IOException {
        byte[] start = body.readNBytes(BYTES);
        String text = text(start);
        return shortened(
                status + (status == 413 ? " (too large for the server)" : "") + (text.isBlank() ? "" : ": " + text));
    }

    private static String text(byte[] body) throws IOException {
        try {
            String issues = issues(JSON.readTree(body));
            if (!issues.isBlank()) {
                return issues;
            }
        } catch (JsonProcessingException e) {
            // Not JSON: whatever stands between the server and us answered in words of its own.
        }
        return new String(body, StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The issues that are errors, each with the element that it is about. */
    static String issues(JsonNode outcome) {
        List<String> issues = new ArrayList<>();
        for (JsonNode issue : outcome.path("issue")) {
            String severity = issue.path("severity").asText();
            if (severity.equals("error") || severity.equals("fatal")) {
                String words = issue.path("diagnostics")
                        .asText(issue.path("details").path("text").asText());
                String where = issue.path("expression")
                        .path(0)
                        .asText(issue.path("location").path(0).asText());
                issues.add(where.isBlank() ? words : where + ": " + words);
            }
        }
        return shortened(String.join("; ", issues));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}

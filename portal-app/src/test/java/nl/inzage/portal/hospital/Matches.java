package nl.inzage.portal.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The few search parameters the portal uses. */
final class Matches {

    private Matches() {}

    static boolean all(JsonNode resource, Map<String, String> asked) {
        return token(resource.path("code"), asked.get("code"))
                && (asked.get("category") == null
                        || stream(resource.path("category"))
                                .anyMatch(category -> token(category, asked.get("category"))))
                && (asked.get("date") == null
                        || Stream.of(asked.get("date").split("&", -1)).allMatch(limit -> date(resource, limit)));
    }

    static String date(JsonNode resource) {
        return Stream.of("effectiveDateTime", "date", "start", "authoredOn", "issued")
                .map(field -> resource.path(field).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean date(JsonNode resource, String limit) {
        int order = date(resource).compareTo(limit.substring(2));
        return limit.startsWith("ge") ? order >= 0 : order < 0;
    }

    private static boolean token(JsonNode concept, String token) {
        return token == null
                || stream(concept.path("coding"))
                        .anyMatch(coding -> token.equals(coding.path("code").asText())
                                || token.equals(coding.path("system").asText() + "|"
                                        + coding.path("code").asText()));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

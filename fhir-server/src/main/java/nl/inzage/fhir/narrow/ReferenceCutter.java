package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Iterator;
import java.util.Set;
import nl.inzage.fhir.view.ResourceKey;

/** Cuts references to what may not be named now out of a body, with their display; what becomes empty goes too. */
final class ReferenceCutter {

    private final JsonMapper json = JsonMapper.builder()
            // FHIR decimals keep their precision: 1.10 is not 1.1.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    Row cut(Row row) {
        if (row.hidden().isEmpty()) {
            return row;
        }
        try {
            JsonNode body = json.readTree(row.body());
            cut(body, Set.copyOf(row.hidden()));
            return row.withBody(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored body of " + row.key() + " cannot be read", e);
        }
    }

    private static void cut(JsonNode parent, Set<String> hidden) {
        for (Iterator<JsonNode> children = parent.elements(); children.hasNext(); ) {
            JsonNode child = children.next();
            cut(child, hidden);
            boolean emptied = child.isContainerNode() && child.isEmpty();
            if (emptied || names(child, hidden)) {
                children.remove();
            }
        }
    }

    private static boolean names(JsonNode child, Set<String> hidden) {
        return ResourceKey.ofReference(child.path("reference").asText())
                .map(ResourceKey::toString)
                .filter(hidden::contains)
                .isPresent();
    }
}

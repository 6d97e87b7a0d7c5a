package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import nl.inzage.fhir.view.ResourceKey;

/**
 * Cuts references to what may not be named now out of a body, with their display. What says nothing without them goes
 * too: a link without its target, or an extension without its value, would still tell that there is something.
 */
final class ReferenceCutter {

    /** Elements in which FHIR R4 requires this one reference, such as {@code DocumentReference.relatesTo.target}. */
    private static final Set<String> ESSENTIAL =
            Set.of("actor", "condition", "entity", "item", "link", "other", "target", "what", "who");

    /** What an element may keep without saying anything. */
    private static final Set<String> NAMES = Set.of("id", "url");

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
            cut((ObjectNode) body, Set.copyOf(row.hidden()));
            return row.withBody(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored body of " + row.key() + " cannot be read", e);
        }
    }

    /** Whether what is left of an object may stay. */
    private static boolean cut(ObjectNode parent, Set<String> hidden) {
        boolean stays = true;
        boolean lost = false;
        for (Iterator<Map.Entry<String, JsonNode>> fields = parent.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!stays(field.getValue(), hidden)) {
                lost = true;
                stays &= !(names(field.getValue(), hidden) && ESSENTIAL.contains(field.getKey()));
                fields.remove();
            }
        }
        return stays && !(lost && hasOnlyAName(parent));
    }

    private static boolean stays(JsonNode node, Set<String> hidden) {
        if (node instanceof ArrayNode array) {
            for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
                if (!stays(elements.next(), hidden)) {
                    elements.remove();
                }
            }
            return !array.isEmpty();
        }
        return !(node instanceof ObjectNode object) || (!names(object, hidden) && cut(object, hidden));
    }

    private static boolean hasOnlyAName(ObjectNode rest) {
        return rest.properties().stream().map(Map.Entry::getKey).allMatch(NAMES::contains);
    }

    private static boolean names(JsonNode child, Set<String> hidden) {
        return ResourceKey.ofReference(child.path("reference").asText())
                .map(ResourceKey::toString)
                .filter(hidden::contains)
                .isPresent();
    }
}

package nl.inzage.fhir.view;

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
import java.util.function.Predicate;

/**
 * Cuts references to what may not be named out of a body, with their display. What says nothing without them goes
 * too: a link without its target, or an extension without its value, would still tell that there is something.
 */
public final class ReferenceCutter {

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

    /**
     * The body without the references that are to be cut.
     *
     * @param unwanted of the text of a reference, whether it is to be cut
     */
    public String cut(String body, Predicate<String> unwanted) {
        try {
            JsonNode resource = json.readTree(body);
            cut((ObjectNode) resource, unwanted);
            return json.writeValueAsString(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored body cannot be read", e);
        }
    }

    /** Whether what is left of an object may stay. */
    private static boolean cut(ObjectNode parent, Predicate<String> unwanted) {
        boolean stays = true;
        boolean lost = false;
        for (Iterator<Map.Entry<String, JsonNode>> fields = parent.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (!stays(field.getValue(), unwanted)) {
                lost = true;
                stays &= !(names(field.getValue(), unwanted) && ESSENTIAL.contains(field.getKey()));
                fields.remove();
            }
        }
        return stays && !(lost && hasOnlyAName(parent));
    }

    private static boolean stays(JsonNode node, Predicate<String> unwanted) {
        if (node instanceof ArrayNode array) {
            for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
                if (!stays(elements.next(), unwanted)) {
                    elements.remove();
                }
            }
            return !array.isEmpty();
        }
        return !(node instanceof ObjectNode object) || (!names(object, unwanted) && cut(object, unwanted));
    }

    private static boolean hasOnlyAName(ObjectNode rest) {
        return rest.properties().stream().map(Map.Entry::getKey).allMatch(NAMES::contains);
    }

    private static boolean names(JsonNode child, Predicate<String> unwanted) {
        return unwanted.test(child.path("reference").asText());
    }
}

package nl.inzage.fhir.noninterference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.regex.Pattern;

/** Makes the resource of one twin from the text that both share. */
final class TwinTemplate {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DAY = Pattern.compile("\\{([+-][0-9]+)d}");
    private static final String ONLY_WITH_SECRETS = "_onlyA";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    JsonNode filled(JsonNode resource, Twin twin) {
        try {
            String dated = DAY.matcher(resource.toString())
                    .replaceAll(day ->
                            today.plusDays(Integer.parseInt(day.group(1))).toString());
            JsonNode copy = JSON.readTree(dated);
            keep(copy, twin);
            return copy;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keep(JsonNode parent, Twin twin) {
        for (Iterator<JsonNode> children = parent.elements(); children.hasNext(); ) {
            JsonNode child = children.next();
            boolean marked = child instanceof ObjectNode object && object.remove(ONLY_WITH_SECRETS) != null;
            keep(child, twin);
            if ((marked && twin != Twin.WITH_SECRETS) || (child.isContainerNode() && child.isEmpty())) {
                children.remove();
            }
        }
    }
}

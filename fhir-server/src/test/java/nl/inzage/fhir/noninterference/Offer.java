package nl.inzage.fhir.noninterference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nl.inzage.fhir.noninterference.Door.Reply;

/**
 * What the running door says that it offers.
 *
 * @param all each resource type with what may be asked of it
 */
record Offer(List<Type> all) {

    /** A type; its parameters are empty when it can only be read. */
    record Type(String name, List<String> parameters, List<String> includes, List<String> operations) {}

    static Offer of(Reply metadata) {
        try {
            List<Type> types = new ArrayList<>();
            for (JsonNode resource :
                    new ObjectMapper().readTree(metadata.text()).at("/rest/0/resource")) {
                types.add(new Type(
                        resource.path("type").asText(),
                        resource.path("searchParam").findValuesAsText("name"),
                        texts(resource.path("searchInclude")),
                        resource.path("operation").findValuesAsText("name")));
            }
            return new Offer(List.copyOf(types));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    List<Type> searchable() {
        return all.stream().filter(type -> !type.parameters().isEmpty()).toList();
    }
}

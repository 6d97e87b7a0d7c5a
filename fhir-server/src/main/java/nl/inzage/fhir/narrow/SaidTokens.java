package nl.inzage.fhir.narrow;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.inzage.fhir.access.Admission;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Parameter;

/** Reads in a body itself whether it has the codes that narrowed scopes ask: the tokens beside a row are not trusted. */
final class SaidTokens {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What FHIR adds to the name of an element that may be of several types. */
    private static final Set<String> CHOICES = Set.of("", "CodeableConcept", "Coding", "Code", "Identifier");

    private SaidTokens() {}

    static boolean meet(Admission admission, OfferedType type, Body body) {
        if (!admission.isNarrowed()) {
            return true;
        }
        try {
            JsonNode resource = JSON.readTree(body.utf8());
            return admission.alternatives().stream()
                    .anyMatch(all -> all.stream().allMatch(token -> has(resource, type, token)));
        } catch (IOException e) {
            return false;
        }
    }

    /** A token is {@code parameter|system|code}; without system any will do. */
    private static boolean has(JsonNode resource, OfferedType type, String token) {
        int name = token.indexOf('|');
        int code = token.lastIndexOf('|');
        Optional<Parameter> parameter = type.parameter(token.substring(0, name));
        String system = token.substring(Math.min(name + 1, code), code);
        return parameter.stream()
                .flatMap(known -> Stream.of(known.path().split("\\|", -1)))
                .flatMap(path -> at(Stream.of(resource), List.of(path.split("\\.", -1))))
                .anyMatch(value -> says(value, system, token.substring(code + 1)));
    }

    private static Stream<JsonNode> at(Stream<JsonNode> roots, List<String> names) {
        Stream<JsonNode> values = roots;
        for (String name : names) {
            values = values.flatMap(node -> CHOICES.stream().map(choice -> node.path(name + choice)))
                    .flatMap(SaidTokens::each);
        }
        return values;
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    /** A code without a system is one of a value set that FHIR fixes: the body does not say its system. */
    private static boolean says(JsonNode value, String system, String code) {
        if (value.isValueNode()) {
            return value.asText().equals(code);
        }
        return Stream.concat(Stream.of(value), each(value.path("coding")))
                .filter(coding ->
                        system.isEmpty() || coding.path("system").asText().equals(system))
                .anyMatch(coding -> coding.path("code").asText().equals(code)
                        || coding.path("value").asText().equals(code));
    }
}

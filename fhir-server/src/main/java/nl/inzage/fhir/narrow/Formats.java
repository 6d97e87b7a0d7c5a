package nl.inzage.fhir.narrow;

import java.util.List;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which representation is asked: FHIR's JSON, or for a document its own content. */
final class Formats {

    static final String PARAMETER = "_format";
    static final String FHIR_JSON = "application/fhir+json;charset=UTF-8";

    private static final MediaType JSON = MediaType.parseMediaType("application/fhir+json");
    private static final Set<String> NAMES = Set.of("json", "application/json", "application/fhir+json");

    private Formats() {}

    /** Refuses a format in the URL that is not offered. */
    static void check(Parameters parameters) {
        for (Parameters.Pair pair : parameters.pairs()) {
            if (pair.name().equals(PARAMETER) && !NAMES.contains(pair.value())) {
                throw Refusal.notAcceptable();
            }
        }
    }

    /** Refuses an Accept header that takes no JSON. */
    static void checkAccept(String accept) {
        if (types(accept).stream()
                .noneMatch(type -> type.includes(JSON) || type.includes(MediaType.APPLICATION_JSON))) {
            throw Refusal.notAcceptable();
        }
    }

    /** Whether FHIR's form of a document is asked by name, rather than its content. */
    static boolean asksFhirByName(String accept) {
        return types(accept).stream()
                .anyMatch(type -> type.getSubtype().startsWith("fhir+") || type.equalsTypeAndSubtype(JSON));
    }

    private static List<MediaType> types(String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            throw Refusal.notAcceptable();
        }
    }
}

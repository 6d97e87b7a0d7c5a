package nl.inzage.fhir.narrow;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which representation is asked: by {@code _format}, otherwise by the Accept header; JSON when it is all the same. */
final class Formats {

    static final String PARAMETER = "_format";
    static final String FHIR_JSON = "application/fhir+json;charset=UTF-8";
    static final String FHIR_XML = "application/fhir+xml;charset=UTF-8";

    private static final Map<Format, List<String>> NAMES = Map.of(
            Format.JSON,
            List.of("application/fhir+json", "application/json", "json", "text/json"),
            Format.XML,
            List.of("application/fhir+xml", "application/xml", "xml", "text/xml"));

    private static final Map<Format, List<MediaType>> TYPES = Map.of(
            Format.JSON, typesOf(Format.JSON),
            Format.XML, typesOf(Format.XML));

    private Formats() {}

    private static List<MediaType> typesOf(Format format) {
        return NAMES.get(format).stream()
                .filter(name -> name.contains("/"))
                .map(MediaType::parseMediaType)
                .toList();
    }

    /** How the answer to a request is wanted; never an exception, so that a refusal has a format as well. */
    static Wanted wantedBy(HttpServletRequest request) {
        Optional<String> ifNoneMatch = Optional.ofNullable(request.getHeader("If-None-Match"));
        Optional<String> said = format(request);
        if (said.isPresent()) {
            // A plus sign that nobody escaped has become a space.
            String name = said.get().replace(' ', '+').toLowerCase(Locale.ROOT);
            Optional<Format> format = List.of(Format.values()).stream()
                    .filter(known -> NAMES.get(known).contains(name))
                    .findFirst();
            return new Wanted(format, true, ifNoneMatch);
        }
        List<MediaType> types = types(request.getHeader("Accept"));
        Optional<Format> format = List.of(Format.values()).stream()
                .filter(known -> quality(types, known) > 0)
                .max(Comparator.comparingDouble((Format known) -> quality(types, known))
                        .thenComparing(Comparator.reverseOrder()));
        boolean byName = types.stream().anyMatch(type -> type.getSubtype().startsWith("fhir+"));
        return new Wanted(format, byName, ifNoneMatch);
    }

    /** Whether a request's body is said to be of one of these types. */
    static boolean isType(HttpServletRequest request, String... types) {
        String said = request.getContentType();
        return said != null
                && List.of(types).contains(said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> format(HttpServletRequest request) {
        if (request.getMethod().equals("POST")) {
            return Optional.ofNullable(request.getParameter(PARAMETER));
        }
        try {
            return Parameters.ofUrl(request.getQueryString()).of(PARAMETER).stream()
                    .findFirst();
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    private static double quality(List<MediaType> types, Format format) {
        return types.stream()
                .filter(type -> TYPES.get(format).stream().anyMatch(type::includes))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    private static List<MediaType> types(String accept) {
        if (accept == null || accept.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }
}

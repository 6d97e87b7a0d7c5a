package nl.inzage.fhir.narrow;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.inzage.fhir.view.Catalogue;
import nl.inzage.fhir.view.OfferedType;

/** Reads method, path and parameters into one of the requests that exist; everything else is refused here. */
final class RequestReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Set by the container when it dropped a parameter that it could not read. */
    private static final String PARSE_FAILED = "org.apache.catalina.parameter_parse_failed";

    private final Catalogue catalogue;

    RequestReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The request.
     *
     * @throws Refusal when it is none that this door takes
     */
    DoorRequest read(HttpServletRequest request) {
        List<String> path = pathOf(request);
        if (path.equals(List.of("metadata")) && Set.of("GET", "HEAD").contains(request.getMethod())) {
            return new DoorRequest.Metadata();
        }
        boolean isPost = request.getMethod().equals("POST");
        if (!isPost && !request.getMethod().equals("GET")) {
            throw Refusal.method();
        }
        OfferedType type = catalogue.type(path.isEmpty() ? "" : path.get(0)).orElseThrow(Refusal::unknownType);
        if (isPost) {
            return searchByPost(type, path, request);
        }
        if (path.size() == 1) {
            return search(type, Parameters.ofUrl(request.getQueryString()));
        }
        if (path.size() == 2 && path.get(1).equals("_search")) {
            throw Refusal.method();
        }
        return read(type, path, Parameters.ofUrl(request.getQueryString()));
    }

    private static DoorRequest searchByPost(OfferedType type, List<String> path, HttpServletRequest request) {
        if (path.size() != 2 || !path.get(1).equals("_search")) {
            throw Refusal.method();
        }
        if (request.getContentType() == null
                || !request.getContentType().split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            throw Refusal.mediaType();
        }
        if (request.getQueryString() != null) {
            throw Refusal.shape("A search by POST has its parameters in the body only");
        }
        Parameters parameters = Parameters.ofForm(request.getParameterMap());
        if (request.getAttribute(PARSE_FAILED) != null) {
            throw Refusal.value("The form cannot be read");
        }
        return search(type, parameters);
    }

    private static DoorRequest search(OfferedType type, Parameters parameters) {
        if (!type.isSearchable()) {
            throw Refusal.shape(type.name() + " can only be read by id");
        }
        return new DoorRequest.Search(type, parameters);
    }

    private static DoorRequest read(OfferedType type, List<String> path, Parameters parameters) {
        if (path.size() != 2 || !ID.matcher(path.get(1)).matches()) {
            throw Refusal.shape("Only [type]/[id] and searches of a type are offered");
        }
        if (!parameters.without(Formats.PARAMETER::equals).pairs().isEmpty()) {
            throw Refusal.shape("A read takes no parameters");
        }
        Formats.check(parameters);
        return new DoorRequest.Read(type, path.get(1));
    }

    /** The parts of the path below the door; a trailing slash is not part of any FHIR URL. */
    private static List<String> pathOf(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/")
                ? List.of()
                : List.of(path.substring(1).split("/", -1));
    }
}

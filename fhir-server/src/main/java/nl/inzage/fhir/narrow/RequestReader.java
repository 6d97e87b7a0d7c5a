package nl.inzage.fhir.narrow;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.inzage.fhir.catalogue.Catalogue;
import nl.inzage.fhir.catalogue.OfferedType;
import nl.inzage.fhir.catalogue.Operation;
import nl.inzage.fhir.narrow.DoorRequest.Search;

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
        List<String> path = pathOf(request.getPathInfo());
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> got(path, Parameters.ofUrl(request.getQueryString()));
            case "POST" -> searchByPost(path, request);
            default -> throw Refusal.method();
        };
    }

    /**
     * What a GET of a URL asks that is relative to the base, as an entry of a batch says it.
     *
     * @throws Refusal when it is none that this door takes
     */
    DoorRequest read(String url) {
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return got(
                pathOf(path.startsWith("/") ? path : "/" + path),
                Parameters.ofUrl(query < 0 ? null : url.substring(query + 1)));
    }

    private DoorRequest got(List<String> path, Parameters parameters) {
        if (path.equals(List.of("metadata"))) {
            return new DoorRequest.Metadata();
        }
        OfferedType type = typeOf(path);
        if (path.size() == 1) {
            return searchable(Search.of(type, parameters));
        }
        String second = path.get(1);
        if (second.startsWith("$") && path.size() == 2) {
            return operation(type, second, parameters);
        }
        if (second.equals("_search")) {
            throw Refusal.method();
        }
        if (!ID.matcher(second).matches()) {
            throw shape();
        }
        return switch (path.size()) {
            case 2 -> read(type, second, Optional.empty(), parameters);
            case 3 -> below(type, second, path.get(2), parameters);
            case 4 -> version(type, second, path, parameters);
            default -> throw shape();
        };
    }

    private static DoorRequest operation(OfferedType type, String name, Parameters parameters) {
        Operation operation = type.operation(name.substring(1)).orElseThrow(RequestReader::shape);
        return switch (operation) {
            case LASTN -> OperationReader.lastN(type, parameters);
            case DOCREF -> OperationReader.docRef(type, parameters);
            case EVERYTHING -> throw shape();
        };
    }

    /** What is about a patient: the compartment, type by type or as a whole. */
    private DoorRequest below(OfferedType type, String id, String what, Parameters parameters) {
        if (type.operation("everything").isEmpty()) {
            throw shape();
        }
        if (what.equals("$everything")) {
            return new DoorRequest.Everything(id, parameters);
        }
        OfferedType about = catalogue
                .type(what)
                .filter(offered -> offered.isOwned() && !offered.equals(type))
                .orElseThrow(RequestReader::shape);
        return new Search(
                about,
                type.name() + "/" + id + "/" + about.name(),
                Optional.of(id),
                Optional.empty(),
                parameters,
                parameters);
    }

    private static DoorRequest version(OfferedType type, String id, List<String> path, Parameters parameters) {
        if (!path.get(2).equals("_history") || !ID.matcher(path.get(3)).matches()) {
            throw shape();
        }
        return read(type, id, Optional.of(path.get(3)), parameters);
    }

    private static DoorRequest read(OfferedType type, String id, Optional<String> version, Parameters parameters) {
        if (!parameters.without(Formats.PARAMETER::equals).pairs().isEmpty()) {
            throw Refusal.shape("A read takes no parameters");
        }
        return new DoorRequest.Read(type, id, version);
    }

    private DoorRequest searchByPost(List<String> path, HttpServletRequest request) {
        OfferedType type = typeOf(path);
        if (path.size() != 2 || !path.get(1).equals("_search")) {
            throw Refusal.method();
        }
        if (!Formats.isType(request, FORM)) {
            throw Refusal.mediaType();
        }
        if (request.getQueryString() != null) {
            throw Refusal.shape("A search by POST has its parameters in the body only");
        }
        Parameters parameters = Parameters.ofForm(request.getParameterMap());
        if (request.getAttribute(PARSE_FAILED) != null) {
            throw Refusal.value("The form cannot be read");
        }
        return searchable(Search.of(type, parameters));
    }

    private static Search searchable(Search search) {
        if (!search.type().isSearchable()) {
            throw Refusal.shape(search.type().name() + " can only be read by id");
        }
        return search;
    }

    private OfferedType typeOf(List<String> path) {
        return catalogue.type(path.isEmpty() ? "" : path.get(0)).orElseThrow(Refusal::unknownType);
    }

    private static Refusal shape() {
        return Refusal.shape("This form of request is not offered; /metadata says which are");
    }

    /** The parts of the path below the door; a trailing slash is not part of any FHIR URL. */
    private static List<String> pathOf(String path) {
        return path == null || path.equals("/")
                ? List.of()
                : List.of(path.substring(1).split("/", -1));
    }
}

package nl.inzage.fhir.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import nl.inzage.fhir.FhirServerSettings;

/** The two ways in: each is a FHIR base of its own, with its own metadata, its own audience and its own callers. */
public enum Door {
    /** Hospital systems: the whole of their own hospital's dossiers. */
    FULL("/ehr"),
    /** People and apps: what has been released of one dossier. */
    NARROW("/fhir");

    static final List<String> READING = List.of("GET", "HEAD");

    /** Where the narrow door tells under which names people know its hospitals. */
    static final String BRANDS = "/.well-known/user-access-brands.json";

    private final String path;

    Door(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    boolean leadsTo(String requestPath) {
        return requestPath.equals(path) || requestPath.startsWith(path + "/");
    }

    /** The documents that anyone may read: they tell how to ask for a token, and whom. */
    Set<String> discovery() {
        return this == NARROW
                ? Set.of(path + "/metadata", path + SmartConfiguration.PATH, path + BRANDS)
                : Set.of(path + "/metadata", path + SmartConfiguration.PATH);
    }

    /** Whether a request reads one of those. */
    boolean isDiscovery(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && discovery().contains(path(request));
    }

    /** What the container chose the servlet by; Spring's own matchers would leave out a servlet's prefix. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** The FHIR base URL: the only audience that this door accepts. */
    public String base(FhirServerSettings settings) {
        return settings.fhirUrl() + path;
    }
}

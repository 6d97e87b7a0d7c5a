package nl.inzage.fhir.token;

import java.util.Set;
import nl.inzage.fhir.FhirServerSettings;

/** The two ways in: each is a FHIR base of its own, with its own metadata, its own audience and its own callers. */
public enum Door {
    /** Hospital systems: the whole of their own hospital's dossiers. */
    FULL("/ehr"),
    /** People and apps: what has been released of one dossier. */
    NARROW("/fhir");

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

    /** The two documents that anyone may read: they tell how to ask for a token. */
    Set<String> discovery() {
        return Set.of(path + "/metadata", path + SmartConfiguration.PATH);
    }

    /** The FHIR base URL: the only audience that this door accepts. */
    public String base(FhirServerSettings settings) {
        return settings.fhirUrl() + path;
    }
}

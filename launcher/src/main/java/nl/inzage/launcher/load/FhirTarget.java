package nl.inzage.launcher.load;

import java.net.URI;

/** The door of a FHIR server to which a hospital's system sends: the base URL without a slash at its end. */
public record FhirTarget(URI base) {

    public FhirTarget {
        if (base.toString().endsWith("/")) {
            base = URI.create(base.toString().substring(0, base.toString().length() - 1));
        }
    }

    /** The full door of an Inzage FHIR server. */
    public static FhirTarget fullDoor(URI server) {
        return new FhirTarget(new FhirTarget(server).at("/ehr"));
    }

    URI at(String path) {
        return URI.create(base + path);
    }
}

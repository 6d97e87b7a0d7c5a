package nl.inzage.launcher.load;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest.BodyPublishers;

/** Payloads of bundles that are in memory. */
final class Payloads {

    private Payloads() {}

    static Payload of(WrappedResources wrapped) {
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(wrapped.transaction());
        return of(json, wrapped.transaction().getEntry().size(), wrapped.isRepeatable());
    }

    static Payload of(String json, int entries, boolean repeatable) {
        return new Payload(Payload.JSON, entries, repeatable, () -> BodyPublishers.ofString(json));
    }
}

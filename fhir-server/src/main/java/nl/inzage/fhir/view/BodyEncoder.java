package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/** Writes and reads a resource as it will be sent. */
final class BodyEncoder {

    private final FhirContext fhir;

    BodyEncoder(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** A copy without narrative, which repeats values, and without the store's source. */
    Resource bare(Resource stored) {
        Resource copy = stored.copy();
        if (copy instanceof DomainResource resource) {
            resource.setText(null);
        }
        copy.getMeta().setSource(null);
        return copy;
    }

    String encode(Resource bare) {
        return fhir.newJsonParser().encodeResourceToString(bare);
    }

    Resource decode(String body) {
        return (Resource) fhir.newJsonParser().parseResource(body);
    }
}

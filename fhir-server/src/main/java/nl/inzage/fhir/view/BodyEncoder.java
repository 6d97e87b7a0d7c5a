package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/** Encodes a resource as it will be sent: without narrative, which repeats values, and without the store's source. */
final class BodyEncoder {

    private final FhirContext fhir;

    BodyEncoder(FhirContext fhir) {
        this.fhir = fhir;
    }

    String encode(Resource stored) {
        Resource copy = stored.copy();
        if (copy instanceof DomainResource resource) {
            resource.setText(null);
        }
        copy.getMeta().setSource(null);
        return fhir.newJsonParser().encodeResourceToString(copy);
    }
}

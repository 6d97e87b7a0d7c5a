package nl.inzage.fhir.view;

import ca.uhn.fhir.context.FhirContext;
import java.util.Comparator;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/** Writes and reads a resource as it will be sent. */
final class BodyEncoder {

    private static final Comparator<Coding> BY_CODE = Comparator.comparing(
                    Coding::getSystem, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Coding::getCode, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final FhirContext fhir;

    BodyEncoder(FhirContext fhir) {
        this.fhir = fhir;
    }

    /**
     * A copy without narrative, which repeats values, and without the store's source; tags and labels in one order,
     * since the store gives them in another each time.
     */
    Resource bare(Resource stored) {
        Resource copy = stored.copy();
        if (copy instanceof DomainResource resource) {
            resource.setText(null);
        }
        copy.getMeta().setSource(null);
        copy.getMeta().getTag().sort(BY_CODE);
        copy.getMeta().getSecurity().sort(BY_CODE);
        return copy;
    }

    String encode(Resource bare) {
        return fhir.newJsonParser().encodeResourceToString(bare);
    }

    Resource decode(String body) {
        return (Resource) fhir.newJsonParser().parseResource(body);
    }
}

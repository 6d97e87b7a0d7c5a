package nl.inzage.fhir.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** One resource that is being read, with what is stored around it. */
record Reading(Resource resource, Instant received, Optional<HospitalId> hospital, Neighbourhood around) {

    /** The references at a path of the resource. */
    List<Reference> references(String path) {
        return Elements.at(resource, path, Reference.class);
    }

    /** The visits or stays that the resource belongs to. */
    List<Encounter> encounters() {
        if (resource instanceof Encounter self) {
            return List.of(self);
        }
        List<Reference> references = Stream.of("encounter", "context.encounter", "context")
                .flatMap(path -> references(path).stream())
                .toList();
        return around.all(references, Encounter.class);
    }

    /** The requests that the resource answers. */
    List<ServiceRequest> requests() {
        return around.all(references("basedOn"), ServiceRequest.class);
    }
}

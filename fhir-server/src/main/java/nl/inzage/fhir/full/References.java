package nl.inzage.fhir.full;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.token.Door;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.stereotype.Component;

/** Which stored resources a resource points at: relatively, or absolutely at one of this server's doors. */
@Component
class References {

    private final FhirTerser terser;
    private final FhirServerSettings settings;

    References(FhirContext fhir, FhirServerSettings settings) {
        this.terser = fhir.newTerser();
        this.settings = settings;
    }

    /** Each as {@code Type/id}. */
    Set<String> targets(IBaseResource resource) {
        return terser.getAllResourceReferences(resource).stream()
                .flatMap(found -> target(found.getResourceReference()).stream())
                .collect(Collectors.toSet());
    }

    /** Refuses a reference to one of these as {@link UniformRefusals} lets HAPI refuse a reference to nothing. */
    void refuse(IBaseResource resource, Set<String> foreign) {
        terser.getAllResourceReferences(resource).forEach(found -> {
            Optional<String> target = target(found.getResourceReference());
            if (target.filter(foreign::contains).isPresent()) {
                throw UniformRefusals.dangling(resource.fhirType(), target.get());
            }
        });
    }

    private Optional<String> target(IBaseReference reference) {
        IIdType id = reference.getReferenceElement();
        if (id == null || !id.hasResourceType() || !id.hasIdPart() || (id.hasBaseUrl() && !isOurs(id.getBaseUrl()))) {
            return Optional.empty();
        }
        return Optional.of(id.getResourceType() + "/" + id.getIdPart());
    }

    private boolean isOurs(String base) {
        return Arrays.stream(Door.values())
                .anyMatch(door -> (door.base(settings) + "/").equals(base.endsWith("/") ? base : base + "/"));
    }
}

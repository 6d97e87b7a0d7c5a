package nl.inzage.fhir.facts;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** Other stored resources that facts are read from: encounter, request, specimen, location. */
@FunctionalInterface
public interface Neighbours {

    /**
     * The current version of a resource.
     *
     * @param typeAndId such as {@code Encounter/12}, without a version
     * @return nothing when it is not stored, or was deleted
     */
    Optional<Resource> find(String typeAndId);
}

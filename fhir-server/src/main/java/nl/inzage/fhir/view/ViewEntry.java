package nl.inzage.fhir.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.r4.model.Resource;

/** One version of a resource as the released view keeps it. */
sealed interface ViewEntry {

    ResourceKey key();

    long version();

    /** What is somebody's own. Without an owner it is kept but nobody can read it. */
    record Own(
            ResourceKey key,
            long version,
            Optional<String> patient,
            Optional<HospitalId> hospital,
            Resource resource,
            ClinicalTime time,
            Instant updated,
            List<String> tokens,
            List<Reference> references,
            String body)
            implements ViewEntry {

        /** What the body may not name while it is hidden: all that is somebody's, but the patient. */
        List<String> hideable() {
            ResourceKey owner = new ResourceKey("Patient", patient.orElse(""));
            return references.stream()
                    .filter(Reference::own)
                    .map(Reference::target)
                    .filter(target -> !target.equals(owner))
                    .map(ResourceKey::toString)
                    .toList();
        }
    }

    /**
     * What is readable when a visible row names it.
     *
     * @param named what it names of the same kind, which is readable along with it
     */
    record Shared(
            ResourceKey key,
            long version,
            Optional<String> hospital,
            Instant updated,
            Set<ResourceKey> named,
            String body)
            implements ViewEntry {}

    /** The content of a document. */
    @SuppressWarnings("ArrayRecordComponent") // Carried once, never compared.
    record Content(
            ResourceKey key, long version, Optional<String> hospital, Instant updated, String contentType, byte[] bytes)
            implements ViewEntry {}

    /** What people never see, but what decides on what they see: an encounter, a request. */
    record Neighbour(ResourceKey key, long version, String body) implements ViewEntry {}

    /**
     * A resource that is named.
     *
     * @param own whether the target belongs to a patient, so that it can be hidden
     * @param part whether the two are released together
     */
    record Reference(ResourceKey target, boolean own, boolean part) {}
}

package nl.inzage.fhir.facts;

import java.util.List;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/** The tag by which the server stamps each pushed resource with the hospital that pushed it. */
public final class HospitalTag {

    /** The code system of the tag; its codes are the names of the policy files. */
    public static final String SYSTEM = "https://inzage.nl/fhir/CodeSystem/hospital";

    private HospitalTag() {}

    /** The hospital of a resource; nothing when it carries no tag, more than one, or one that is no hospital id. */
    public static Optional<HospitalId> of(Resource resource) {
        List<Coding> tags = resource.getMeta().getTag().stream()
                .filter(tag -> SYSTEM.equals(tag.getSystem()))
                .toList();
        if (tags.size() != 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HospitalId(tags.get(0).getCode()));
        } catch (IllegalArgumentException notAHospital) {
            return Optional.empty();
        }
    }
}

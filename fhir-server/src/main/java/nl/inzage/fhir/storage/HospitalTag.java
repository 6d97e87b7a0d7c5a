package nl.inzage.fhir.storage;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.instance.model.api.IBaseCoding;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Whose a resource is: the hospital that pushed it, in {@code meta.tag}, put there by this server only. */
public final class HospitalTag {

    public static final String SYSTEM = "https://inzage.nl/fhir/CodeSystem/hospital";

    private HospitalTag() {}

    /** Replaces whatever the sender claimed. */
    public static void stamp(IBaseResource resource, HospitalId hospital) {
        resource.getMeta().getTag().removeIf(tag -> SYSTEM.equals(tag.getSystem()));
        resource.getMeta().addTag().setSystem(SYSTEM).setCode(hospital.value());
    }

    /** Whether the resource is this hospital's and no other's. */
    public static boolean isOf(IBaseResource resource, HospitalId hospital) {
        Set<String> hospitals = resource.getMeta().getTag().stream()
                .filter(tag -> SYSTEM.equals(tag.getSystem()))
                .map(IBaseCoding::getCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return hospitals.equals(Set.of(hospital.value()));
    }
}

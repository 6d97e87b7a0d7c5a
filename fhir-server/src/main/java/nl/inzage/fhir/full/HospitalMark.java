package nl.inzage.fhir.full;

import java.util.Optional;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** The hospital's tag as this server writes it: a sender's own is not even looked at. */
public final class HospitalMark {

    private HospitalMark() {}

    public static void remove(IBaseResource resource) {
        resource.getMeta().getTag().removeIf(tag -> HospitalTag.SYSTEM.equals(tag.getSystem()));
    }

    /** Marks what is stored, and what this server answers itself, as a hospital's. */
    public static void stamp(IBaseResource resource, HospitalId hospital) {
        remove(resource);
        resource.getMeta().addTag().setSystem(HospitalTag.SYSTEM).setCode(hospital.value());
    }

    /** Whether the resource is this hospital's and no other's. */
    static boolean isOf(IBaseResource resource, HospitalId hospital) {
        return HospitalTag.of((Resource) resource).equals(Optional.of(hospital));
    }
}

package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.HashSet;
import java.util.Set;
import nl.inzage.fhir.storage.Owners;
import nl.inzage.fhir.storage.StorageHook;
import nl.inzage.fhir.token.SystemClient;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.stereotype.Component;

/** In the store itself: what a system writes gets its hospital, and only its own hospital's can be overwritten. */
@Component
class HospitalStamp implements StorageHook {

    private final References references;
    private final Owners owners;

    HospitalStamp(References references, Owners owners) {
        this.references = references;
        this.owners = owners;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void stamp(IBaseResource resource, ServletRequestDetails request) {
        FullDoorCall.client(request).ifPresent(client -> HospitalMark.stamp(resource, client.hospital()));
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void keep(IBaseResource before, IBaseResource after, ServletRequestDetails request) {
        FullDoorCall.client(request).ifPresent(client -> {
            refuseForeign(before, client);
            HospitalMark.stamp(after, client.hospital());
            // What a patch brings in is seen here for the first time.
            Set<String> added = new HashSet<>(references.targets(after));
            added.removeAll(references.targets(before));
            references.refuse(after, owners.among(added, client.hospital()).foreign());
        });
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void keepFromDeletion(IBaseResource resource, ServletRequestDetails request) {
        FullDoorCall.client(request).ifPresent(client -> refuseForeign(resource, client));
    }

    private static void refuseForeign(IBaseResource stored, SystemClient client) {
        if (!HospitalMark.isOf(stored, client.hospital())) {
            throw new ResourceNotFoundException(UniformRefusals.NO_SUCH_RESOURCE);
        }
    }
}

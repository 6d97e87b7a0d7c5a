package nl.inzage.fhir.view;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import nl.inzage.fhir.storage.StorageHook;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Lets the released view follow the system of record in the same transaction. Creates and updates are written together
 * just before the commit; a delete at once, because a conditional delete is announced from inside the commit itself,
 * where nothing that is kept for later is called any more.
 */
final class ReleasedViewWriter implements StorageHook {

    private final ReleasedView view;

    ReleasedViewWriter(ReleasedView view) {
        this.view = view;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        keep(resource);
    }

    /** Also called, with the same version, when only tags or labels change. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        keep(after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (view.holds(resource.fhirType())) {
            ResourceKey key = EntryMaker.keyOf(resource);
            PendingWrites.begun(this).ifPresent(pending -> pending.remove(key));
            view.delete(key, EntryMaker.versionOf(resource));
        }
    }

    private void keep(IBaseResource resource) {
        view.entryOf(resource).ifPresent(entry -> PendingWrites.ofTransaction(this, view::write)
                .add(entry));
    }
}

package nl.inzage.fhir.storage;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Registers the storage hooks with the store itself, not with a door, so that no way into the store misses them. */
@Component
class StorageHooks {

    StorageHooks(IInterceptorService store, List<StorageHook> hooks) {
        store.registerInterceptors(hooks);
    }
}

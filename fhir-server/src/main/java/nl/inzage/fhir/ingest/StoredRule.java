package nl.inzage.fhir.ingest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import nl.inzage.fhir.full.FullDoorCall;
import nl.inzage.fhir.storage.StorageHook;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Inside the store: judges what a patch made of a resource, and keeps the warnings with what they are about. It runs
 * before the hospital's tag is written.
 */
@Component
class StoredRule implements StorageHook {

    private final Judge judge;
    private final WarningBook book;

    StoredRule(Judge judge, WarningBook book) {
        this.judge = judge;
        this.book = book;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = -10)
    public void judgeNew(IBaseResource resource, ServletRequestDetails request) {
        judgeStored((Resource) resource, request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = -10)
    public void judgeChanged(IBaseResource before, IBaseResource after, ServletRequestDetails request) {
        judgeStored((Resource) after, request);
    }

    private void judgeStored(Resource resource, ServletRequestDetails request) {
        FullDoorCall.client(request).ifPresent(client -> {
            Findings findings = Findings.of(request);
            if (!judge.hasJudged(resource)) {
                findings.add(judge.judge("", resource));
                findings.refuseOnError();
            }
            book.keepWithTransaction(client, findings);
        });
    }
}

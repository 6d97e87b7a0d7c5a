package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import java.util.List;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.fhir.storage.StorageHook;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.stereotype.Component;

/** Every search of a system, conditions included, runs over its hospital's resources. */
@Component
class HospitalSearch implements StorageHook {

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void narrow(SearchParameterMap search, ICachedSearchDetails details, ServletRequestDetails request) {
        FullDoorCall.client(request).ifPresent(client -> {
            TokenParam own =
                    new TokenParam(HospitalTag.SYSTEM, client.hospital().value());
            List<List<IQueryParameterType>> tags = search.get(Constants.PARAM_TAG);
            if (tags == null || !tags.contains(List.of(own))) {
                search.add(Constants.PARAM_TAG, own);
            }
            if (details.getUuid() != null) {
                details.setUuid(pagePrefix(client.hospital()) + details.getUuid());
            }
        });
    }

    /** Says whose a page is, before its random id; HAPI's column has room for twelve characters more. */
    static String pagePrefix(HospitalId hospital) {
        return String.format("%08x-", hospital.value().hashCode());
    }
}

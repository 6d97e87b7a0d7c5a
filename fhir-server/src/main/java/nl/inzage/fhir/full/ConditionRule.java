package nl.inzage.fhir.full;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.inzage.fhir.facts.HospitalTag;
import nl.inzage.fhir.token.SystemClient;
import nl.inzage.policy.identity.HospitalId;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Writes the client's hospital into every condition. HAPI keeps a unique row for each condition that created
 * something: two hospitals that both know a BSN would otherwise stand in each other's way.
 */
@Component
class ConditionRule implements DoorRule {

    private final FhirContext fhir;

    ConditionRule(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Before HAPI reads the condition of a single request. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void narrowRequest(ServletRequestDetails request) {
        SystemClient.of(request.getServletRequest()).ifPresent(client -> {
            String ifNoneExist = request.getHeader(Constants.HEADER_IF_NONE_EXIST);
            if (ifNoneExist != null && !ifNoneExist.isBlank()) {
                request.setHeaders(Constants.HEADER_IF_NONE_EXIST, List.of(narrowed(ifNoneExist, client.hospital())));
            }
            if (request.getConditionalUrl(RestOperationTypeEnum.UPDATE) != null) {
                request.setCompleteUrl(narrowed(request.getCompleteUrl(), client.hospital()));
            }
        });
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = 30)
    public void narrowBody(ServletRequestDetails request) {
        SystemClient.of(request.getServletRequest()).ifPresent(client -> {
            if (request.getResource() instanceof Bundle bundle) {
                bundle.getEntry().forEach(entry -> narrow(entry, client.hospital()));
            } else if (request.getResource() instanceof Resource resource) {
                narrowReferences(resource, client.hospital());
            }
        });
    }

    private void narrow(BundleEntryComponent entry, HospitalId hospital) {
        if (entry.getRequest().hasIfNoneExist()) {
            entry.getRequest().setIfNoneExist(narrowed(entry.getRequest().getIfNoneExist(), hospital));
        }
        if (entry.getRequest().getMethod() == HTTPVerb.PUT
                && entry.getRequest().getUrl().contains("?")) {
            entry.getRequest().setUrl(narrowed(entry.getRequest().getUrl(), hospital));
        }
        if (entry.getResource() != null) {
            narrowReferences(entry.getResource(), hospital);
        }
    }

    private void narrowReferences(Resource resource, HospitalId hospital) {
        fhir.newTerser().getAllResourceReferences(resource).forEach(found -> {
            IBaseReference reference = found.getResourceReference();
            String value = reference.getReferenceElement().getValue();
            if (value != null && value.contains("?")) {
                reference.setReference(narrowed(value, hospital));
            }
        });
    }

    private static String narrowed(String condition, HospitalId hospital) {
        return condition + "&_tag=" + URLEncoder.encode(HospitalTag.SYSTEM + "|" + hospital, StandardCharsets.UTF_8);
    }
}

package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import nl.inzage.fhir.token.SystemClient;
import nl.inzage.policy.smart.Compartment;
import nl.inzage.policy.smart.Interaction;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at what is about to leave, whatever way it took: another hospital's resource is a fault of ours, and nothing
 * leaves. An included resource of a type that the token does not cover is left out.
 */
@Component
class FinalCheck implements DoorRule {

    private static final Logger LOG = LoggerFactory.getLogger(FinalCheck.class);

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void check(ServletRequestDetails request, IBaseResource answer) {
        SystemClient.of(request.getServletRequest()).ifPresent(client -> check(client, answer));
    }

    private static void check(SystemClient client, IBaseResource answer) {
        if (answer instanceof Bundle bundle) {
            if (bundle.getType() != Bundle.BundleType.TRANSACTIONRESPONSE) {
                bundle.getEntry().removeIf(entry -> entry.hasResource() && !mayRead(client, entry.getResource()));
            }
            bundle.getEntry().forEach(entry -> check(client, entry.getResource()));
        } else if (answer != null && !isNoData(answer) && !HospitalMark.isOf(answer, client.hospital())) {
            LOG.error("Another hospital's {} was about to leave to {}", answer.getIdElement(), client.clientId());
            throw new InternalErrorException("This server refuses its own answer");
        }
    }

    private static boolean mayRead(SystemClient client, IBaseResource resource) {
        return isNoData(resource)
                || client.scopes().permits(Compartment.SYSTEM, resource.fhirType(), Interaction.READ)
                || client.scopes().permits(Compartment.SYSTEM, resource.fhirType(), Interaction.SEARCH);
    }

    private static boolean isNoData(IBaseResource resource) {
        return resource instanceof OperationOutcome || resource instanceof CapabilityStatement;
    }
}

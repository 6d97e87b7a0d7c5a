package nl.inzage.fhir.ingest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import nl.inzage.fhir.full.DoorRule;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;

/** Tells the sender what was advised: in the outcome of the entry, or of the request when it asked for one. */
@Component
class WarningsInAnswer implements DoorRule {

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = 40)
    public void addWarnings(ServletRequestDetails request, IBaseResource answer) {
        Findings.peek(request).map(Findings::warnings).ifPresent(warnings -> {
            if (answer instanceof OperationOutcome outcome) {
                warnings.forEach(warning -> outcome.addIssue(warning.issue()));
            } else if (answer instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.TRANSACTIONRESPONSE) {
                addToEntries(bundle, warnings);
            }
        });
    }

    private static void addToEntries(Bundle bundle, List<Finding> warnings) {
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            String where = "Bundle.entry[" + i + "]";
            BundleEntryResponseComponent response = bundle.getEntry().get(i).getResponse();
            warnings.stream().filter(warning -> warning.where().equals(where)).forEach(warning -> {
                if (!(response.getOutcome() instanceof OperationOutcome)) {
                    response.setOutcome(new OperationOutcome());
                }
                ((OperationOutcome) response.getOutcome()).addIssue(warning.issue());
            });
        }
    }
}

package nl.inzage.fhir.ingest;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import nl.inzage.fhir.full.DoorOperation;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * {@code $validate} as the door itself judges: what it finds is what a push would be told.
 *
 * @see <a href="http://hl7.org/fhir/R4/resource-operation-validate.html">Operation $validate</a>
 */
public final class ValidateOperation implements DoorOperation {

    private final Class<? extends IBaseResource> type;
    private final Judge judge;

    private ValidateOperation(Class<? extends IBaseResource> type, Judge judge) {
        this.type = type;
        this.judge = judge;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    @Operation(name = "$validate")
    public OperationOutcome validate(@ResourceParam IBaseResource resource) {
        OperationOutcome outcome = new OperationOutcome();
        judge.judge("", subject((Resource) resource)).forEach(finding -> outcome.addIssue(finding.issue()));
        if (outcome.getIssue().isEmpty()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .setDiagnostics("Nothing to remark");
        }
        return outcome;
    }

    /** The operation may be called with the resource itself or with one in Parameters. */
    private static Resource subject(Resource body) {
        return body instanceof Parameters parameters
                ? parameters.getParameter().stream()
                        .filter(parameter -> parameter.getName().equals("resource") && parameter.hasResource())
                        .map(ParametersParameterComponent::getResource)
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequestException("The parameter resource is missing"))
                : body;
    }

    @Component
    static final class Maker implements DoorOperation.Maker {

        private final Judge judge;

        Maker(Judge judge) {
            this.judge = judge;
        }

        @Override
        public DoorOperation operationOn(Class<? extends IBaseResource> type) {
            return new ValidateOperation(type, judge);
        }
    }
}

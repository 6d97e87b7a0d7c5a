package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.springframework.stereotype.Component;

/** One wording for what is absent and for what is another hospital's: HAPI has several, by the way it found out. */
@Component
class UniformRefusals implements DoorRule {

    static final String NO_SUCH_RESOURCE = "No such resource";
    static final String NO_SUCH_PAGE = "No such page, or no longer";

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException makeUniform(ServletRequestDetails request, Throwable reason) {
        if (request == null) {
            return null;
        }
        if (reason instanceof ResourceGoneException
                && request.getRestOperationType() == RestOperationTypeEnum.GET_PAGE) {
            return new ResourceGoneException(NO_SUCH_PAGE);
        }
        boolean aboutOneResource = request.getId() != null && Surface.TYPES.contains(request.getResourceName());
        return reason instanceof ResourceNotFoundException && aboutOneResource
                ? new ResourceNotFoundException(NO_SUCH_RESOURCE)
                : null;
    }
}

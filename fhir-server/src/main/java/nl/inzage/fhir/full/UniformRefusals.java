package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** One wording for what is absent and for what is another hospital's: HAPI has several, by the way it found out. */
@Component
class UniformRefusals implements DoorRule {

    static final String NO_SUCH_RESOURCE = "No such resource";
    static final String NO_SUCH_PAGE = "No such page, or no longer";

    private static final Pattern HAPI_DANGLING =
            Pattern.compile("HAPI-1094: Resource (\\S+) not found, specified in path: (\\w+)\\..*");

    /** The refusal of a reference to what is absent or another hospital's. */
    static InvalidRequestException dangling(String type, String target) {
        return new InvalidRequestException(type + " refers to " + target + ", which is not known here");
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException makeUniform(ServletRequestDetails request, Throwable reason) {
        if (request == null) {
            return null;
        }
        if (reason instanceof ResourceGoneException
                && request.getRestOperationType() == RestOperationTypeEnum.GET_PAGE) {
            return new ResourceGoneException(NO_SUCH_PAGE);
        }
        Matcher dangling = HAPI_DANGLING.matcher(String.valueOf(reason.getMessage()));
        if (reason instanceof InvalidRequestException && dangling.matches()) {
            return dangling(dangling.group(2), dangling.group(1));
        }
        boolean aboutOneResource = request.getId() != null && Surface.TYPES.contains(request.getResourceName());
        return reason instanceof ResourceNotFoundException && aboutOneResource
                ? new ResourceNotFoundException(NO_SUCH_RESOURCE)
                : null;
    }
}

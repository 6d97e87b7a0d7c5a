package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import nl.inzage.fhir.token.SystemClient;
import org.springframework.stereotype.Component;

/** HAPI gives a page to whoever knows its id; here it is for the hospital that searched. */
@Component
class PageRule implements DoorRule {

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = 10)
    public void checkPage(RestOperationTypeEnum interaction, ServletRequestDetails request) {
        if (interaction != RestOperationTypeEnum.GET_PAGE) {
            return;
        }
        SystemClient client = SystemClient.of(request.getServletRequest()).orElseThrow();
        String page = request.getParameters().get(Constants.PARAM_PAGINGACTION)[0];
        if (!page.startsWith(HospitalSearch.pagePrefix(client.hospital()))) {
            throw new ResourceGoneException(UniformRefusals.NO_SUCH_PAGE);
        }
    }
}

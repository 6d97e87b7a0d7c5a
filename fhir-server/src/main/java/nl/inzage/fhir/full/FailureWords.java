package nl.inzage.fhir.full;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says of a failure of this server only that it failed, and under which number it is in the log: HAPI would send the
 * statement that failed, with table names and values.
 */
@Component
class FailureWords implements DoorRule {

    private static final Logger LOG = LoggerFactory.getLogger(FailureWords.class);
    private static final int SERVER_ERROR = 500;

    @Hook(value = Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION, order = -1)
    public BaseServerResponseException tellNothing(ServletRequestDetails request, Throwable reason) {
        String number = Optional.ofNullable(request)
                .map(ServletRequestDetails::getRequestId)
                .orElse("unknown");
        if (isFailure(reason)) {
            LOG.error("Request {} failed", number, reason);
            return new InternalErrorException(
                    "The server failed and stored nothing of this request; it is request " + number + " in its log");
        }
        if (isClashInTheDatabase(reason)) {
            LOG.warn("Request {} met another change", number, reason);
            return new ResourceVersionConflictException(
                    "Another change came in between and nothing of this request was stored; send it again. It is request "
                            + number + " in the log of the server");
        }
        return null;
    }

    private static boolean isFailure(Throwable reason) {
        return !(reason instanceof BaseServerResponseException known) || known.getStatusCode() == SERVER_ERROR;
    }

    /** HAPI's own conflicts tell which version stood in the way; the database's tell the statement. */
    private static boolean isClashInTheDatabase(Throwable reason) {
        return reason instanceof ResourceVersionConflictException
                && String.valueOf(reason.getMessage()).contains("could not execute");
    }
}

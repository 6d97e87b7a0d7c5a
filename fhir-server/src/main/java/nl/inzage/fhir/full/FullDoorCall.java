package nl.inzage.fhir.full;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Optional;
import nl.inzage.fhir.token.SystemClient;

/** Who is behind a storage hook: a system at the full door, or nobody when the server works for itself. */
public final class FullDoorCall {

    private FullDoorCall() {}

    public static Optional<SystemClient> client(ServletRequestDetails request) {
        return request == null ? Optional.empty() : SystemClient.of(request.getServletRequest());
    }
}

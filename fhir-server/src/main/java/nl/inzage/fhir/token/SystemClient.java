package nl.inzage.fhir.token;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.smart.ScopeSet;

/**
 * A hospital's system behind a SMART Backend Services token.
 *
 * @param hospital the hospital at which the client is registered: all it writes and all it sees
 */
public record SystemClient(String clientId, HospitalId hospital, ScopeSet scopes) implements Principal {

    /** The client whose token a request carries; nothing at other doors and for the server's own work. */
    public static Optional<SystemClient> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof SystemAuthentication authentication
                ? Optional.of(authentication.getPrincipal())
                : Optional.empty();
    }

    @Override
    public String getName() {
        return clientId;
    }
}

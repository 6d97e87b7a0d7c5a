package nl.inzage.fhir.token;

import java.security.Principal;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.smart.ScopeSet;

/**
 * A hospital's system behind a SMART Backend Services token.
 *
 * @param hospital the hospital at which the client is registered: all it writes and all it sees
 */
public record SystemClient(String clientId, HospitalId hospital, ScopeSet scopes) implements Principal {

    @Override
    public String getName() {
        return clientId;
    }
}

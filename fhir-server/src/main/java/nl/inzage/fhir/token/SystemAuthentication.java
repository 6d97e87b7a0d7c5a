package nl.inzage.fhir.token;

import java.util.List;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A request of a hospital system, from the claims that the authorization server puts into its token. */
final class SystemAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient SystemClient client;

    private SystemAuthentication(SystemClient client) {
        super(List.of());
        this.client = client;
        setAuthenticated(true);
    }

    static SystemAuthentication from(Jwt token) {
        String clientId = token.getClaimAsString("client_id");
        String hospital = token.getClaimAsString("hospital");
        String scope = token.getClaimAsString("scope");
        if (clientId == null || hospital == null || scope == null) {
            throw new InvalidBearerTokenException("The token names no client, hospital or scope");
        }
        try {
            return new SystemAuthentication(
                    new SystemClient(clientId, new HospitalId(hospital), ScopeSet.parse(scope)));
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token names no hospital", e);
        }
    }

    @Override
    public SystemClient getPrincipal() {
        return client;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SystemAuthentication authentication && client.equals(authentication.client);
    }

    @Override
    public int hashCode() {
        return client.hashCode();
    }
}

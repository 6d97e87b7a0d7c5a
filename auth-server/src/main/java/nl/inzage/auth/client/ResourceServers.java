package nl.inzage.auth.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Proves who asks what a resource server may know: by the secret that it introspects with (RFC 6749 section 2.3.1). */
public final class ResourceServers implements AuthenticationProvider {

    private final Clients clients;
    private final SecretHash secrets = new SecretHash();

    public ResourceServers(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        RegisteredClient client = clients.findByClientId(shown.getName());
        boolean proven = client != null
                && "true".equals(ClientSetting.INTROSPECTION.of(client))
                && secrets.matches(decoded(String.valueOf(shown.getCredentials())), client.getClientSecret());
        if (!proven) {
            throw new BadCredentialsException("No resource server");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                client.getClientId(), null, AuthorityUtils.NO_AUTHORITIES);
    }

    private static String decoded(String secret) {
        try {
            return URLDecoder.decode(secret, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadCredentialsException("Not encoded", e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

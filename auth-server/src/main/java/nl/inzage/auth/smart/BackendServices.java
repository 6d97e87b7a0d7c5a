package nl.inzage.auth.smart;

import java.util.Set;
import java.util.UUID;
import nl.inzage.auth.client.ClientSetting;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Gives a hospital's system its token: the part of the asked scopes that was agreed beforehand, five minutes, no refresh
 * token.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/backend-services.html">SMART Backend Services</a>
 */
@Component
public class BackendServices implements AuthenticationProvider {

    private final SystemTokens tokens;
    private final OAuth2AuthorizationService grants;

    BackendServices(SystemTokens tokens, OAuth2AuthorizationService grants) {
        this.tokens = tokens;
        this.grants = grants;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2ClientCredentialsAuthenticationToken request =
                (OAuth2ClientCredentialsAuthenticationToken) authentication;
        if (!(request.getPrincipal() instanceof OAuth2ClientAuthenticationToken system) || !system.isAuthenticated()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        RegisteredClient client = system.getRegisteredClient();
        if (!client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }
        Set<String> scopes = Scopes.granted(client, request.getScopes(), system);
        if (scopes.stream().allMatch(String::isBlank)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        return new OAuth2AccessTokenAuthenticationToken(client, system, issue(client, scopes));
    }

    private OAuth2AccessToken issue(RegisteredClient client, Set<String> scopes) {
        String grant = UUID.randomUUID().toString();
        Jwt jwt = tokens.sign(
                client.getClientId(),
                ClientSetting.HOSPITAL.of(client),
                String.join(" ", scopes),
                grant,
                client.getTokenSettings().getAccessTokenTimeToLive());
        OAuth2AccessToken token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), scopes);
        grants.save(OAuth2Authorization.withRegisteredClient(client)
                .id(grant)
                .principalName(client.getClientId())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizedScopes(scopes)
                .token(token, data -> data.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, jwt.getClaims()))
                .build());
        return token;
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientCredentialsAuthenticationToken.class.isAssignableFrom(type);
    }
}

package nl.inzage.auth.smart;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.inzage.auth.token.LaunchContext;
import nl.inzage.policy.smart.ScopeSet;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * The rules of an authorization request, in this order: the redirect address is a registered one to the letter (RFC 9700
 * section 4.1.3), the state can be carried back, the person may use the app, the request is for this FHIR server (SMART 2.2, {@code aud}; or RFC 8707,
 * {@code resource}), some scope is granted, a launch is one of this person and app (SMART 2.2, EHR launch), and the code
 * challenge is a SHA-256 (RFC 7636). The library checks PKCE after these.
 */
public final class AuthorizeRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final int LONGEST_STATE = 1024;
    private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String fhirBase;
    private final Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> permission;

    /**
     * @param permission asked before anything of which the app is told: what it hears would tell it who is logged in
     */
    public AuthorizeRules(String fhirBase, Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> permission) {
        this.fhirBase = fhirBase;
        this.permission = permission;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (!context.getRegisteredClient().getRedirectUris().contains(String.valueOf(request.getRedirectUri()))) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri", withoutRedirect(request));
        }
        if (request.getState() != null && request.getState().length() > LONGEST_STATE) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "state", withoutRedirect(request));
        }
        permission.accept(context);
        Map<String, Object> parameters = request.getAdditionalParameters();
        Object aud = parameters.get("aud");
        Object resource = parameters.get("resource");
        boolean forThisServer = (aud != null || resource != null)
                && (aud == null || fhirBase.equals(aud))
                && (resource == null || fhirBase.equals(resource));
        if (!forThisServer) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "aud", request);
        }
        if (request.getScopes().stream().allMatch(String::isBlank)
                || ScopeSet.of(request.getScopes()).isTooLong()) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "scope", request);
        }
        if (parameters.get(LaunchContext.NAME) == LaunchContexts.Launch.REFUSED) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "launch", request);
        }
        Object challenge = parameters.get(PkceParameterNames.CODE_CHALLENGE);
        if (challenge != null && !SHA_256.matcher(String.valueOf(challenge)).matches()) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, PkceParameterNames.CODE_CHALLENGE, request);
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            String code, String parameter, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(
                new OAuth2Error(code, "OAuth 2.0 Parameter: " + parameter, null), request);
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationToken withoutRedirect(
            OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                request.getAuthorizationUri(),
                request.getClientId(),
                (org.springframework.security.core.Authentication) request.getPrincipal(),
                null,
                request.getState(),
                request.getScopes(),
                request.getAdditionalParameters());
    }
}

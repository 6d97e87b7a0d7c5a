package nl.inzage.auth.smart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Sends the browser back to the app, with {@code iss} so that answers of two servers cannot be mixed up (RFC 9207). */
public final class AuthorizeAnswers {

    private final String issuer;

    public AuthorizeAnswers(String issuer) {
        this.issuer = issuer;
    }

    /** The answer with a code. */
    public void success(HttpServletRequest request, HttpServletResponse response, Authentication result)
            throws IOException {
        OAuth2AuthorizationCodeRequestAuthenticationToken granted =
                (OAuth2AuthorizationCodeRequestAuthenticationToken) result;
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", granted.getAuthorizationCode().getTokenValue());
        send(response, granted, parameters);
    }

    /** The answer with an error; to the person instead of the app when the app's address is not to be trusted. */
    public void failure(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked =
                exception instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused
                        ? refused.getAuthorizationCodeRequestAuthentication()
                        : null;
        if (OnlyPermittedApps.refused(exception)) {
            response.sendRedirect(OnlyPermittedApps.PAGE);
            return;
        }
        if (asked == null || asked.getRedirectUri() == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        OAuth2Error error = ((OAuth2AuthorizationCodeRequestAuthenticationException) exception).getError();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error.getErrorCode());
        if (error.getDescription() != null) {
            parameters.put("error_description", error.getDescription());
        }
        send(response, asked, parameters);
    }

    private void send(
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken request,
            Map<String, String> parameters)
            throws IOException {
        if (request.getState() != null) {
            parameters.put("state", request.getState());
        }
        parameters.put("iss", issuer);
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(request.getRedirectUri());
        parameters.forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        response.sendRedirect(address.build(true).toUriString());
    }
}

package nl.inzage.auth.smart;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Errors of the endpoints that clients call, RFC 6749 section 5.2: always JSON, 401 for a client that did not prove
 * itself, and no reason that would help somebody guess.
 */
public final class TokenErrors {

    /** No client authentication that the server understands. */
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        write(request, response, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    /** A client authentication, or a grant, that was refused. */
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        String code = exception instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : OAuth2ErrorCodes.SERVER_ERROR;
        write(request, response, code);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String code)
            throws IOException {
        boolean unproven = OAuth2ErrorCodes.INVALID_CLIENT.equals(code);
        response.setStatus(unproven ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_BAD_REQUEST);
        if (unproven && request.getHeader("Authorization") != null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Inzage\"");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().print("{\"error\":\"" + code + "\"}");
    }
}

package nl.inzage.fhir.token;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Answers who may not enter: 401 for a missing or bad token, 503 when no token can be judged at all. */
@Component
class DoorKeeper implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private final AuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final Refusal refusal;

    DoorKeeper(Refusal refusal) {
        this.refusal = refusal;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, jakarta.servlet.ServletException {
        challenge.commence(request, response, reason);
        refusal.write(response, response.getStatus(), "login", "A valid access token for this address is needed");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, jakarta.servlet.ServletException {
        if (reason instanceof AuthenticationServiceException && !unknownKey(reason)) {
            response.setHeader("Retry-After", "5");
            refusal.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE.value(),
                    "transient",
                    "The authorization server does not answer; try again in a few seconds");
            return;
        }
        commence(request, response, reason);
    }

    // So many unknown keys that we stopped asking: the token is at fault, not the authorization server.
    private static boolean unknownKey(Throwable reason) {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }
}

package nl.inzage.auth.client;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** The parameters of a token request: none may come twice (RFC 6749 section 3.2), none from the query. */
final class FormParameters {

    private final HttpServletRequest request;

    FormParameters(HttpServletRequest request) {
        this.request = request;
    }

    Optional<String> one(String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && (values.length > 1 || request.getQueryString() != null)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return values == null || values[0].isBlank() ? Optional.empty() : Optional.of(values[0]);
    }

    boolean has(String name, String value) {
        return one(name).filter(value::equals).isPresent();
    }

    /** What the library checks the code verifier with; only a code's redemption has one. */
    Map<String, Object> ofCodeRedemption() {
        if (!has("grant_type", "authorization_code")) {
            return Map.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        for (String name : request.getParameterMap().keySet()) {
            one(name).ifPresent(value -> parameters.put(name, value));
        }
        return parameters;
    }
}

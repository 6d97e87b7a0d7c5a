package nl.inzage.auth.token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** An authorization request as JSON: only what the code's redemption needs again. */
final class StoredRequest {

    private static final Set<String> KEPT = Set.of("code_challenge", "code_challenge_method", "nonce", "aud");

    private StoredRequest() {}

    static String write(OAuth2AuthorizationRequest request) {
        if (request == null) {
            return null;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("uri", request.getAuthorizationUri());
        values.put("client_id", request.getClientId());
        values.put("redirect_uri", request.getRedirectUri());
        values.put("state", request.getState());
        values.put("scopes", List.copyOf(request.getScopes()));
        Map<String, Object> additional = new HashMap<>(request.getAdditionalParameters());
        additional.keySet().retainAll(KEPT);
        values.put("additional", additional);
        return Claims.writeJson(values);
    }

    @SuppressWarnings("unchecked") // write made these types
    static OAuth2AuthorizationRequest read(String json) {
        Map<String, Object> values = Claims.readJson(json);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri((String) values.get("uri"))
                .clientId((String) values.get("client_id"))
                .redirectUri((String) values.get("redirect_uri"))
                .state((String) values.get("state"))
                .scopes(new HashSet<>((List<String>) values.get("scopes")))
                .additionalParameters((Map<String, Object>) values.get("additional"))
                .build();
    }
}

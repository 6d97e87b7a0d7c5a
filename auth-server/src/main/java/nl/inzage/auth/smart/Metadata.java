package nl.inzage.auth.smart;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the discovery documents say what this server does, and nothing more; the library advertises all it knows. */
public final class Metadata implements Consumer<Map<String, Object>> {

    private static final List<String> AUTHENTICATION = List.of("client_secret_basic", "private_key_jwt", "none");
    private static final List<String> ALGORITHMS = List.of("RS384", "ES384");
    private static final List<String> NOT_OFFERED = List.of(
            "device_authorization_endpoint",
            "pushed_authorization_request_endpoint",
            "userinfo_endpoint",
            "registration_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported");

    @Override
    public void accept(Map<String, Object> claims) {
        NOT_OFFERED.forEach(claims::remove);
        claims.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
        claims.put("token_endpoint_auth_methods_supported", AUTHENTICATION);
        claims.put("token_endpoint_auth_signing_alg_values_supported", ALGORITHMS);
        claims.put("revocation_endpoint_auth_methods_supported", AUTHENTICATION);
        claims.put("introspection_endpoint_auth_methods_supported", AUTHENTICATION.subList(0, 2));
        claims.put(
                "scopes_supported",
                List.of("openid", "fhirUser", "launch", "launch/patient", "online_access", "offline_access"));
        // Where people see which apps get data, and end that (SMART 2.2).
        claims.put("management_endpoint", claims.get("issuer") + "/apps");
        claims.put(
                "claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "acr", "amr", "fhirUser"));
        claims.put("authorization_response_iss_parameter_supported", true);
    }
}

package nl.inzage.portal.smart;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where the authorization server does what, as the FHIR server's {@code .well-known/smart-configuration} tells.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#metadata">SMART metadata</a>
 */
record SmartEndpoints(
        @JsonProperty("issuer") String issuer,
        @JsonProperty("authorization_endpoint") String authorization,
        @JsonProperty("token_endpoint") String token,
        @JsonProperty("jwks_uri") String keys,
        @JsonProperty("revocation_endpoint") String revocation,
        @JsonProperty("end_session_endpoint") String endSession) {

    boolean usableFor(String expectedIssuer) {
        return expectedIssuer.equals(issuer) && authorization != null && token != null && keys != null;
    }

    SmartEndpoints withEndSession(String other) {
        return new SmartEndpoints(issuer, authorization, token, keys, revocation, other);
    }
}

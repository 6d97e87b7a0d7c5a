package nl.inzage.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import nl.inzage.auth.support.Answer;
import nl.inzage.auth.support.App;
import nl.inzage.auth.support.Browser;
import nl.inzage.auth.support.Journey;
import nl.inzage.auth.support.People;
import nl.inzage.auth.support.RunningServer;
import org.junit.jupiter.api.Test;

/** SMART standalone launch: from the app to the login page, through two factors, and back with a code. */
class AuthorizationCodeTest {

    private final RunningServer server = RunningServer.shared();
    private final App portal = App.portal(server);
    private final Journey journey = new Journey(server);

    @Test
    void a_patient_logs_in_with_two_factors_and_the_portal_gets_a_token_for_the_narrow_door() throws Exception {
        journey.open(portal);
        Answer afterCode = journey.logIn(People.ANNA);
        Answer back = journey.browser().get(afterCode.location());

        assertThat(back.location()).startsWith("http://localhost:8080/login/smart?code=");
        assertThat(back.parameters())
                .containsEntry("state", "af0ifjsldkj+/=")
                .containsEntry("iss", server.issuer().toString());

        Answer answer = portal.redeem(back.parameters().get("code"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Pragma")).contains("no-cache");
        JsonNode token = answer.json();
        assertThat(token.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.get("expires_in").asInt()).isBetween(290, 300);
        assertThat(token.get("scope").asText().split(" "))
                .containsExactlyInAnyOrder(
                        "launch/patient",
                        "openid",
                        "fhirUser",
                        "online_access",
                        "patient/Patient.r",
                        "patient/Observation.rs");
        assertThat(token.get("patient").asText()).isEqualTo(People.ANNA.fhirId());
        assertThat(token.get("need_patient_banner").isBoolean()).isTrue();
        assertThat(token.get("refresh_token").asText()).isNotBlank();

        JWTClaimsSet access = verified(token.get("access_token").asText());
        assertThat(access.getIssuer()).isEqualTo(server.issuer().toString());
        assertThat(access.getAudience()).containsExactly(server.narrowDoor());
        assertThat(access.getStringClaim("client_id")).isEqualTo("portal");
        assertThat(access.getStringClaim("scope").split(" ")).contains("patient/Observation.rs");
        assertThat(access.getStringClaim("fhirUser")).isEqualTo("Patient/" + People.ANNA.fhirId());
        assertThat(access.getStringClaim("patient")).isEqualTo(People.ANNA.fhirId());
        assertThat(access.getStringClaim("hospital")).isEqualTo("linde");
        assertThat(access.getStringClaim("grant")).isNotBlank();
        assertThat(access.getJWTID()).isNotBlank();

        JWTClaimsSet id = verified(token.get("id_token").asText());
        assertThat(id.getAudience()).containsExactly("portal");
        assertThat(id.getStringClaim("fhirUser")).isEqualTo(server.narrowDoor() + "/Patient/" + People.ANNA.fhirId());
        assertThat(id.getSubject()).isEqualTo(access.getSubject());
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys =
                JWKSet.parse(new Browser(server.issuer()).get("/oauth2/jwks").body());
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(keys.containsNonPublicKeys()).isFalse();
        return jwt.getJWTClaimsSet();
    }
}

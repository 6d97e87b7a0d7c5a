package nl.inzage.fhir.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.Push;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FhirServerTest
class DoorSecurityTest {

    private static final String PATIENTS = "/ehr/Patient";

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private FhirServerSettings settings;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ehr/Patient",
                "/ehr/Patient/1",
                "/ehr",
                "/ehr/",
                "/ehr/metadata/",
                "/ehr/$meta",
                "/fhir/Patient",
                "/fhir",
                "/",
                "/error",
                "/actuator/health"
            })
    void nothingAnswersWithoutAToken(String path) {
        Answer answer = client.anonymous().get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void metadataNeedsNoTokenAndIsReadableFromAnyOrigin() {
        Answer answer = client.anonymous().get("/ehr/metadata", "Origin", "https://app.example");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("fhirVersion").asText()).isEqualTo("4.0.1");
        assertThat(answer.json().at("/rest/0/security/service/0/coding/0/code").asText())
                .isEqualTo("SMART-on-FHIR");
        assertThat(answer.json().at("/rest/0/security/extension/0/extension").toString())
                .contains(issuer.issuer() + "/oauth2/token");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ehr", "/fhir"})
    void smartDiscoveryIsJsonForAnyoneWhateverTheyAccept(String door) {
        Answer answer = client.anonymous()
                .get(
                        door + "/.well-known/smart-configuration",
                        "Origin",
                        "https://app.example",
                        "Accept",
                        "application/fhir+xml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.json().path("token_endpoint").asText()).isEqualTo(issuer.issuer() + "/oauth2/token");
        assertThat(answer.json().path("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(answer.json().path("grant_types_supported").toString()).contains("authorization_code");
        assertThat(answer.json().path("capabilities")).isNotEmpty();
        assertThat(answer.json().has("user_access_brand_bundle")).isEqualTo(door.equals("/fhir"));
    }

    @Test
    void aTokenInOrderOpensTheDoorAndLeavesNoSession() {
        Answer answer = client.ehrOf("linde").get(PATIENTS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aTokenWhoseGrantHasEndedOpensNothingAndSaysNoMoreThanAnyOther() {
        String token = issuer.patientToken("linde", "anna", "patient/*.rs");
        issuer.end(token);

        Answer ended = client.with(token).get("/fhir/Patient/anna");
        Answer nonsense = client.with("nonsense").get("/fhir/Patient/anna");

        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.body()).isEqualTo(nonsense.body());
    }

    @Test
    void aTokenForTheDossierOfWhoDiedOpensNothing() {
        String alive = patient("\"deceasedBoolean\": false");
        String dead = patient("\"deceasedDateTime\": \"2026-11-01\"");
        String deadWithoutDay = patient("\"deceasedBoolean\": true");

        assertThat(List.of(statusFor(alive), statusFor(dead), statusFor(deadWithoutDay)))
                .containsExactly(200, 401, 401);
    }

    private String patient(String life) {
        String body = Push.patient("door-" + UUID.randomUUID()).replace("\"gender\"", life + ", \"gender\"");
        return client.ehrOf("linde").post(PATIENTS, body).json().path("id").asText();
    }

    private int statusFor(String patient) {
        return client.with(issuer.patientToken("linde", patient, "patient/*.rs"))
                .get("/fhir/Patient/" + patient)
                .status();
    }

    @Test
    void aTokenForTheNarrowDoorIsRefusedAtTheFullOne() {
        refused(issuer.patientToken("linde", "anna", "patient/*.rs"));
    }

    @Test
    void aTokenForTheFullDoorIsRefusedAtTheNarrowOne() {
        assertThat(client.ehrOf("linde").get("/fhir/Patient").status()).isEqualTo(401);
    }

    @Test
    void aTokenForBothDoorsIsRefused() {
        refused(issuer.token(
                claims -> system(claims).audience(List.of(settings.fhirUrl() + "/ehr", settings.fhirUrl() + "/fhir"))));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        refused(issuer.token(claims -> system(claims).issuer("https://elders.example")));
    }

    @Test
    void anExpiredTokenIsRefused() {
        refused(issuer.token(
                claims -> system(claims).expirationTime(Date.from(Instant.now().minusSeconds(60)))));
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() {
        refused(issuer.token(claims -> system(claims).expirationTime(null)));
    }

    @Test
    void aTokenWithoutHospitalIsRefused() {
        refused(issuer.token(claims -> system(claims).claim("hospital", null)));
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refused(new PlainJWT(claimsInOrder()).serialize());
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() throws Exception {
        refused(issuer.forged(claimsInOrder()));
    }

    private JWTClaimsSet claimsInOrder() {
        return system(new JWTClaimsSet.Builder())
                .issuer(issuer.issuer())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    private JWTClaimsSet.Builder system(JWTClaimsSet.Builder claims) {
        return claims.subject("ehr")
                .audience(settings.fhirUrl() + "/ehr")
                .claim("client_id", "ehr")
                .claim("hospital", "linde")
                .claim("scope", "system/*.cruds");
    }

    private void refused(String token) {
        Answer answer = client.with(token).get(PATIENTS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }
}

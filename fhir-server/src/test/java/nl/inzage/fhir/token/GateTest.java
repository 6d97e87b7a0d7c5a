package nl.inzage.fhir.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import nl.inzage.fhir.FhirServerSettings;
import nl.inzage.fhir.FhirServerTest;
import nl.inzage.fhir.TestClient;
import nl.inzage.fhir.TestClient.Answer;
import nl.inzage.fhir.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes in at the narrow door, which has a gate of its own. */
@FhirServerTest
class GateTest {

    private static final String CONDITIONS = "/fhir/Condition?patient=anna";

    @Autowired
    private TestClient client;

    @Autowired
    private TestIssuer issuer;

    @Autowired
    private FhirServerSettings settings;

    @Test
    void aTokenInOrderComesInAndLeavesNoSession() {
        Answer answer = client.with(issuer.patientToken("linde", "anna", "patient/*.rs"))
                .get(CONDITIONS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Condition;x=1?patient=anna",
                "/fhir//Condition?patient=anna",
                "/fhir/Condition/%2e%2e/Condition",
                "/fhir/%252e/Condition",
                "/fhir/Condition%3B1"
            })
    void anAddressThatIsNotWellFormedIsRefusedWhoeverAsks(String path) {
        for (Answer answer : java.util.List.of(
                client.anonymous().get(path),
                client.with(issuer.patientToken("linde", "anna", "patient/*.rs"))
                        .get(path))) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        }
    }

    @Test
    void anExpiredTokenIsRefused() {
        refused(issuer.token(claims -> claims.audience(settings.fhirUrl() + "/fhir")
                .claim("patient", "anna")
                .claim("scope", "patient/*.rs")
                .expirationTime(Date.from(Instant.now().minusSeconds(60)))));
    }

    @Test
    void aTokenForTheOtherDoorIsRefused() {
        refused(issuer.token(
                claims -> claims.audience(settings.fhirUrl() + "/ehr").claim("scope", "patient/*.rs")));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        refused("x");
        refused("a.b.c");
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        String token = issuer.patientToken("linde", "anna", "patient/*.rs");

        assertThat(client.anonymous().get(CONDITIONS + "&access_token=" + token).status())
                .isEqualTo(401);
    }

    @Test
    void onlyTheThreeDocumentsCanBeReadWithoutAToken() {
        assertThat(client.anonymous().get("/fhir/metadata").status()).isEqualTo(200);
        assertThat(client.anonymous()
                        .get("/fhir/.well-known/smart-configuration")
                        .status())
                .isEqualTo(200);
        assertThat(client.anonymous()
                        .get("/fhir/.well-known/user-access-brands.json")
                        .status())
                .isEqualTo(200);
        assertThat(client.anonymous()
                        .get("/ehr/.well-known/user-access-brands.json")
                        .status())
                .isEqualTo(401);
        assertThat(client.anonymous().post("/fhir/metadata", "").status()).isEqualTo(401);
        assertThat(client.anonymous().get("/fhir/metadata/x").status()).isEqualTo(401);
    }

    @Test
    void theAddressOfADocumentIsNoOtherWayIn() {
        String batch =
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"Patient/anna\"}}]}";

        assertThat(client.with(issuer.patientToken("linde", "anna", "patient/*.rs"))
                        .post("/fhir/.well-known/smart-configuration", batch)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anotherMethodIsRefusedByTheDoorItself() {
        assertThat(client.with(issuer.patientToken("linde", "anna", "patient/*.rs"))
                        .send("OPTIONS", CONDITIONS, "")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void aFormIsReadAsUtf8WhateverItSays() {
        Answer answer = client.with(issuer.patientToken("linde", "anna", "patient/*.rs"))
                .post(
                        "/fhir/Condition/_search",
                        "patient=anna",
                        "Content-Type",
                        "application/x-www-form-urlencoded;charset=UTF-16BE");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/link/0/url").asText()).endsWith("patient=anna");
    }

    @Test
    void aRefusalAtTheGateIsNotKeptEither() {
        assertThat(client.anonymous().get(CONDITIONS).header("Cache-Control")).isEqualTo("no-store");
    }

    private void refused(String token) {
        Answer answer = client.with(token).get(CONDITIONS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }
}

package nl.inzage.launcher.production;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

/** A hospital's EHR: registered by its public key, it gets a token and pushes (SMART Backend Services). */
final class HospitalSystem {

    static final String CLIENT_ID = "proof-ehr";

    private final ECKey key;
    private final Clock clock;

    HospitalSystem(Clock clock) throws JOSEException {
        this.key = new ECKeyGenerator(Curve.P_384)
                .algorithm(JWSAlgorithm.ES384)
                .keyID(UUID.randomUUID().toString())
                .generate();
        this.clock = clock;
    }

    /** The entry of the clients file; JSON is YAML too. */
    String registration() {
        return """
                  - id: %s
                    name: EPD of the proof
                    kind: system
                    authentication: private_key_jwt
                    hospital: linde
                    jwks: {"keys": [%s]}
                    scopes: ["system/*.cruds"]
                """
                .formatted(CLIENT_ID, key.toPublicJWK().toJSONString());
    }

    /** Pushes a transaction through the full door. */
    void push(HttpClient client, String issuer, String fhirUrl, String bundle)
            throws IOException, InterruptedException, JOSEException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(fhirUrl + "/ehr"))
                .header("Authorization", "Bearer " + token(client, issuer + "/oauth2/token"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(bundle))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The dossier was refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    private String token(HttpClient client, String endpoint) throws IOException, InterruptedException, JOSEException {
        String form = "grant_type=client_credentials&scope=" + encoded("system/*.cruds")
                + "&client_assertion_type=" + encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion=" + assertion(endpoint);
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No token for the EHR: " + answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private String assertion(String audience) throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(CLIENT_ID)
                .subject(CLIENT_ID)
                .audience(audience)
                .expirationTime(Date.from(clock.instant().plusSeconds(240)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

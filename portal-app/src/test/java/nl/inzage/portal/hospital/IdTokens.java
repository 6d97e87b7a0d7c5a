package nl.inzage.portal.hospital;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes the id tokens of the authorization server. */
final class IdTokens {

    private final String url;
    private final RSAKey key;

    IdTokens(String url, RSAKey key) {
        this.url = url;
        this.key = key;
    }

    /** Who logs in, and what the server says of it; what it does not say is null. */
    record Person(String patient, String name, Integer idleSeconds, Instant loggedInAt) {}

    /** The id token of a login, spoiled as a test wants. */
    String of(Person person, AuthDesk.Fault fault, String nonce) {
        Instant issued =
                fault == AuthDesk.Fault.EXPIRED_ID_TOKEN ? Instant.now().minusSeconds(7200) : Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(fault == AuthDesk.Fault.WRONG_ISSUER ? "https://elders.example" : url)
                .subject("account-1")
                .jwtID(UUID.randomUUID().toString())
                .audience(fault == AuthDesk.Fault.WRONG_AUDIENCE ? "other" : "portal")
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plusSeconds(300)))
                .claim("nonce", fault == AuthDesk.Fault.WRONG_NONCE ? "other" : nonce)
                .claim(
                        "fhirUser",
                        url + "/fhir/" + (person.patient() == null ? "Practitioner/1" : "Patient/" + person.patient()));
        if (person.name() != null) {
            claims.claim("name", person.name());
        }
        if (person.idleSeconds() != null) {
            claims.claim("session_idle", person.idleSeconds());
        }
        if (person.loggedInAt() != null) {
            claims.claim("auth_time", person.loggedInAt().getEpochSecond());
        }
        try {
            boolean hmac = fault == AuthDesk.Fault.HMAC_SIGNATURE;
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(hmac ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
                            .keyID("test")
                            .build(),
                    claims.build());
            jwt.sign(
                    hmac
                            ? new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))
                            : new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

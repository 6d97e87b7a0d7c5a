package nl.inzage.fhir;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The authorization server of the tests: signs what is asked, and serves its public key where the real one does. */
public final class TestIssuer {

    /** The origin of an app that is registered. */
    public static final String APP_ORIGIN = "https://app.example";

    static final String INTROSPECTION_SECRET = "fhir-server-in-the-tests-only";

    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final RSAKey key;
    private final HttpServer jwks;
    private final String fhirUrl;

    private TestIssuer(RSAKey key, HttpServer jwks, String fhirUrl) {
        this.key = key;
        this.jwks = jwks;
        this.fhirUrl = fhirUrl;
    }

    public static TestIssuer startFor(String fhirUrl) {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test-key").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/oauth2/jwks", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            TestIssuer issuer = new TestIssuer(key, server, fhirUrl);
            server.createContext("/oauth2/introspect", issuer::introspect);
            server.createContext("/oauth2/origins", issuer::tellOrigins);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The grant of a token ends. */
    public void end(String token) {
        ended.add(token);
    }

    /** RFC 7662, for this product's server alone. */
    private void introspect(HttpExchange exchange) throws IOException {
        boolean known = isOurServer(exchange);
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean active = form.startsWith("token=") && !ended.contains(form.substring("token=".length()));
        byte[] answer = ("{\"active\":" + active + "}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Where pages of registered apps come from. */
    private void tellOrigins(HttpExchange exchange) throws IOException {
        byte[] answer =
                ("{\"origins\":[\"" + APP_ORIGIN + "\",\"http://127.0.0.1:7777\"]}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(isOurServer(exchange) ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static boolean isOurServer(HttpExchange exchange) {
        String asker = Base64.getEncoder()
                .encodeToString(("fhir-server:" + INTROSPECTION_SECRET).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + asker).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** The value of {@code iss}. */
    public String issuer() {
        return "http://localhost:" + jwks.getAddress().getPort();
    }

    /** A hospital system's token for the full door. */
    public String systemToken(String hospital, String scope) {
        return token(claims -> claims.subject("ehr-" + hospital)
                .audience(fhirUrl + "/ehr")
                .claim("client_id", "ehr-" + hospital)
                .claim("hospital", hospital)
                .claim("scope", scope));
    }

    /** A patient's token for the narrow door, as an app gets it. */
    public String patientToken(String hospital, String patientId, String scope) {
        return token(claims -> claims.subject("user-" + patientId)
                .audience(fhirUrl + "/fhir")
                .claim("client_id", "portal")
                .claim("hospital", hospital)
                .claim("patient", patientId)
                .claim("fhirUser", "Patient/" + patientId)
                .claim("scope", scope));
    }

    /** A token that is in order but for what the test changes. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder standard = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("grant", UUID.randomUUID().toString())
                .jwtID(UUID.randomUUID().toString());
        return sign(claims.apply(standard).build(), key);
    }

    /** A token whose signature is another key's under our key's name. */
    public String forged(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, new RSAKeyGenerator(2048).keyID("test-key").generate());
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

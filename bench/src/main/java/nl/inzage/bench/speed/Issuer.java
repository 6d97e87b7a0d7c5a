package nl.inzage.bench.speed;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Stands in for the authorization server: signs tokens as it does, shows its key and says that all grants stand. */
final class Issuer implements AutoCloseable {

    /** As long as a run may last. The real ones live five minutes; the server checks them in the same way. */
    private static final Duration LIFE = Duration.ofHours(6);

    private final KeyPair key;
    private final HttpServer server;

    private Issuer(KeyPair key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static Issuer start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair key = generator.generateKeyPair();
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        byte[] keys = ("{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"bench\",\"n\":\""
                        + text(unsigned(open.getModulus())) + "\",\"e\":\"" + text(unsigned(open.getPublicExponent()))
                        + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        byte[] standing = "{\"active\":true}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/oauth2/introspect", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, standing.length);
            exchange.getResponseBody().write(standing);
            exchange.close();
        });
        server.start();
        return new Issuer(key, server);
    }

    /** The value of {@code iss}. */
    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A hospital system's token for the full door. */
    String ofSystem(String fhirUrl, String hospital) throws GeneralSecurityException {
        return signed("\"aud\":[\"" + fhirUrl + "/ehr\"],\"sub\":\"ehr\",\"client_id\":\"ehr\",\"hospital\":\"" + hospital
                + "\",\"scope\":\"system/*.cruds\"");
    }

    /** A patient's token for the narrow door, as the portal gets it. */
    String ofPatient(String fhirUrl, String hospital, String id) throws GeneralSecurityException {
        return signed("\"aud\":[\"" + fhirUrl + "/fhir\"],\"sub\":\"" + id + "\",\"client_id\":\"portal\",\"hospital\":\""
                + hospital + "\",\"patient\":\"" + id + "\",\"fhirUser\":\"Patient/" + id
                + "\",\"scope\":\"openid fhirUser patient/*.rs\",\"grant\":\"grant-" + id + "\"");
    }

    private String signed(String claims) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String content = text("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + text(("{\"iss\":\"" + issuer() + "\",\"iat\":" + now + ",\"exp\":" + (now + LIFE.toSeconds())
                                + ",\"jti\":\"" + System.nanoTime() + "\"," + claims + "}")
                        .getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(content.getBytes(StandardCharsets.UTF_8));
        return content + "." + text(signature.sign());
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package nl.inzage.auth.support;

import com.nimbusds.jose.JOSEException;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bridge to DigiD that says about a person whatever a test wants, and checks what a client owes it. */
public final class DigidStub {

    static final String SECRET = "bT5nWq8ZrX2yLk7VcM4jHs9P";
    public static final String BASIS = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    public static final String MIDDEN = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract";
    public static final String SUBSTANTIEEL = "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard";

    private record Promised(Map<String, String> request, Consumer<JWTClaimsSet.Builder> change, RSAKey key) {}

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final Map<String, Promised> codes = new ConcurrentHashMap<>();
    private volatile Function<Map<String, String>, String> visit = request -> "error=access_denied";

    DigidStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/authorize", this::authorize);
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The file that connects the hospitals that have DigiD with this bridge. */
    String yaml() {
        return "digid:\n"
                + Stream.of("linde", "umcg", "umcu").map(this::connection).collect(Collectors.joining());
    }

    private String connection(String hospital) {
        return """
                - hospital: %2$s
                  issuer: %1$s
                  authorizeUri: %1$s/authorize
                  tokenUri: %1$s/token
                  jwksUri: %1$s/jwks
                  clientId: inzage
                  secret: ${INZAGE_DIGID_CLIENT_SECRET}
                """
                .formatted(issuer(), hospital);
    }

    /** Who comes here with a browser from now on logs in as this person, at this level. */
    public void letsIn(String bsn, String level) {
        visit = request ->
                "code=" + code(request, claims -> claims.claim("bsn", bsn).claim("acr", level));
    }

    /** Who comes here with a browser from now on gets no further than this error of OpenID Connect. */
    public void refuses(String error) {
        visit = request -> "error=" + error;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> request = form(exchange.getRequestURI().getRawQuery());
        String back = request.get("redirect_uri") + "?state="
                + URLEncoder.encode(request.get("state"), StandardCharsets.UTF_8) + "&" + visit.apply(request);
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** What the person did at DigiD: a code for a request, with claims that a test may change. */
    public String code(Map<String, String> request, Consumer<JWTClaimsSet.Builder> change) {
        return promise(request, change, key);
    }

    /** The same, signed with a key that is not the bridge's. */
    public String forgedCode(Map<String, String> request, Consumer<JWTClaimsSet.Builder> change) {
        return promise(request, change, newKey());
    }

    private String promise(Map<String, String> request, Consumer<JWTClaimsSet.Builder> change, RSAKey signer) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Promised(request, change, signer));
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Promised promised = codes.remove(form.getOrDefault("code", ""));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("inzage:" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean right = promised != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && promised.request().get("redirect_uri").equals(form.get("redirect_uri"))
                && promised.request().get("code_challenge").equals(challenge(form.get("code_verifier")));
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"-\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                        + idToken(promised) + "\"}");
    }

    private String idToken(Promised promised) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(UUID.randomUUID().toString())
                .audience("inzage")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", promised.request().get("nonce"))
                .claim("acr", SUBSTANTIEEL);
        promised.change().accept(claims);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("digid-1").build(), claims.build());
            token.sign(new RSASSASigner(promised.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("digid-1").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

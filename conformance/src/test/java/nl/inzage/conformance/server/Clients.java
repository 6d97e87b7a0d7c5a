package nl.inzage.conformance.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who the clients of the small server are: a public app, one with a secret, one with a key, a system and a monitor. */
final class Clients {

    private static final Map<String, String> SECRETS = Map.of("secret-app", "s3cret", "monitor", "m0nitor");
    private static final Set<String> WITH_KEY = Set.of("key-app", "system");

    private final SmallServer server;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Clients(SmallServer server) {
        this.server = server;
    }

    /** The client that proved who it is, or nothing. */
    Optional<String> of(Exchange exchange) {
        if (exchange.header("Authorization").startsWith("Basic ")) {
            byte[] both =
                    Base64.getDecoder().decode(exchange.header("Authorization").substring(6));
            String[] parts = new String(both, StandardCharsets.UTF_8).split(":", 2);
            return Optional.of(parts[0]).filter(id -> parts[1].equals(SECRETS.get(id)));
        }
        if (exchange.form().containsKey("client_assertion")) {
            boolean known = exchange.form().get("client_assertion_type").endsWith(":jwt-bearer");
            return known || server.breaks("3.2.03")
                    ? ofAssertion(exchange.form().get("client_assertion"))
                    : Optional.empty();
        }
        String id = exchange.form().getOrDefault("client_id", "");
        return Optional.of(id).filter(name -> name.equals("app") || server.breaks("B11c") || server.breaks("@103"));
    }

    private Optional<String> ofAssertion(String assertion) {
        try {
            JWTClaimsSet claims = JWTParser.parse(assertion).getJWTClaimsSet();
            Instant now = Instant.now();
            Instant end = claims.getExpirationTime().toInstant();
            boolean good = (signed(assertion) || server.breaks("B11c"))
                    && (claims.getAudience().contains(server.issuer() + "/token") || server.breaks("A3.aud"))
                    && (end.isAfter(now) || server.breaks("A3.exp"))
                    && (end.isBefore(now.plusSeconds(330)) || server.breaks("A3.ahead"))
                    && (claims.getIssuer().equals(claims.getSubject()) || server.breaks("A3.iss"))
                    && (seen.add(claims.getJWTID()) || server.breaks("A3.jti"));
            return good ? Optional.of(claims.getSubject()).filter(WITH_KEY::contains) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return server.breaks("3.2.04") ? Optional.of("system") : Optional.empty();
        }
    }

    private boolean signed(String assertion) throws JOSEException, ParseException {
        return JWTParser.parse(assertion) instanceof SignedJWT jwt
                ? jwt.verify(new ECDSAVerifier(SmallServer.CLIENT_KEY)) || server.breaks("A3.signature")
                : server.breaks("A3.none");
    }
}

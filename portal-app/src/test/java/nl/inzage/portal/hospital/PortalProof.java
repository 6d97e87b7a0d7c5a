package nl.inzage.portal.hospital;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** With what the portal shows that it is the portal: its secret, and the challenge of its own request. */
final class PortalProof {

    private final String clientSecret;

    PortalProof(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    /** Whether a request comes with the secret. */
    boolean isGiven(HttpExchange exchange) {
        String expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("portal:" + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** The challenge of a verifier. */
    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

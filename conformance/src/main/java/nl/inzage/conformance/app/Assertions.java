package nl.inzage.conformance.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The assertions that a client signs, and those that nobody should believe.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html">SMART 2.2</a>
 */
public final class Assertions {

    private static final Duration LIFE = Duration.ofMinutes(4);

    private final String clientId;
    private final JWK key;
    private final Clock clock;

    public Assertions(String clientId, JWK key, Clock clock) {
        this.clientId = clientId;
        this.key = key;
        this.clock = clock;
    }

    /** One that is in order. */
    public String to(String audience) {
        return to(audience, claims -> claims);
    }

    /** One of which something is not in order. */
    public String to(String audience, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, change.apply(claims(audience)).build());
    }

    /** One that another key signed, under the name of the client's own. */
    public String forged(String audience) {
        return signed(stranger(), claims(audience).build());
    }

    /** One without signature. */
    public String unsigned(String audience) {
        return new PlainJWT(claims(audience).build()).serialize();
    }

    private JWTClaimsSet.Builder claims(String audience) {
        return new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .expirationTime(Date.from(clock.instant().plus(LIFE)))
                .jwtID(UUID.randomUUID().toString());
    }

    private JWK stranger() {
        try {
            return key instanceof RSAKey
                    ? new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate()
                    : new ECKeyGenerator(Curve.P_384).keyID(key.getKeyID()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This machine makes no keys", e);
        }
    }

    private static String signed(JWK key, JWTClaimsSet claims) {
        try {
            JWSAlgorithm algorithm = key instanceof RSAKey ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384;
            JWSSigner signer = key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The client's key does not sign: " + e.getMessage(), e);
        }
    }
}

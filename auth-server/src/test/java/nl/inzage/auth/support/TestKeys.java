package nl.inzage.auth.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** The private keys of the test hospitals' systems, made for this run. */
public final class TestKeys {

    private static final ECKey EC = ec("ec-1");
    private static final RSAKey RSA = rsa("rsa-1");
    /** A key that nobody registered, with the name of one that somebody did. */
    private static final ECKey FORGED = ec("ec-1");

    private TestKeys() {}

    public static String ecKeySet() {
        return new JWKSet(EC.toPublicJWK()).toString();
    }

    public static String rsaKeySet() {
        return new JWKSet(RSA.toPublicJWK()).toString();
    }

    public static String signedWithEc(JWTClaimsSet claims) {
        return sign(EC, claims);
    }

    public static String signedWithForgedEc(JWTClaimsSet claims) {
        return sign(FORGED, claims);
    }

    public static String signedWithRsa(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS384)
                            .keyID(RSA.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(RSA));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES384)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}

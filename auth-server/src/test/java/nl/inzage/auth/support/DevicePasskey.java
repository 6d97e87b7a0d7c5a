package nl.inzage.auth.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A passkey on somebody's device, which signs what it is asked to (WebAuthn level 3, ES256, no attestation). */
public final class DevicePasskey {

    private static final int CHECKED_AND_NEW = 0x45;
    private static final int CHECKED = 0x05;

    private final byte[] id = new byte[16];
    private final KeyPair key;
    private final URI here;

    public DevicePasskey(URI here) {
        this.here = here;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What a browser sends to add this passkey, asked with this challenge. */
    public String made(String challenge) {
        ECPublicKey mine = (ECPublicKey) key.getPublic();
        ByteArrayOutputStream seen = seen(CHECKED_AND_NEW, 0);
        seen.writeBytes(new byte[16]);
        seen.writeBytes(new byte[] {0, (byte) id.length});
        seen.writeBytes(id);
        // A COSE key in CBOR: EC2, ES256, P-256, x and y.
        seen.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        seen.writeBytes(fixed(mine.getW().getAffineX().toByteArray()));
        seen.writeBytes(new byte[] {0x22, 0x58, 0x20});
        seen.writeBytes(fixed(mine.getW().getAffineY().toByteArray()));
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xA3);
        word(attestation, "fmt");
        word(attestation, "none");
        word(attestation, "attStmt");
        attestation.write(0xA0);
        word(attestation, "authData");
        attestation.write(0x58);
        attestation.write(seen.size());
        attestation.writeBytes(seen.toByteArray());
        return credential("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
                .formatted(text(client("create", challenge)), text(attestation.toByteArray())));
    }

    /** What a browser sends to log in with this passkey, asked with this challenge. */
    public String signed(String challenge) {
        byte[] seen = seen(CHECKED, 1).toByteArray();
        byte[] client = client("get", challenge);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(seen);
            signature.update(hash(client));
            return credential("\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\""
                    .formatted(text(client), text(seen), text(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The challenge of the options that a page asked for. */
    public static String challenge(Answer options) {
        JsonNode challenge = options.json().path("challenge");
        return challenge.asText();
    }

    private ByteArrayOutputStream seen(int flags, int count) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(hash(here.getHost().getBytes(StandardCharsets.UTF_8)));
        data.write(flags);
        data.writeBytes(new byte[] {0, 0, 0, (byte) count});
        return data;
    }

    private byte[] client(String what, String challenge) {
        return "{\"type\":\"webauthn.%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(what, challenge, here)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String credential(String response) {
        return ("{\"id\":\"%1$s\",\"rawId\":\"%1$s\",\"type\":\"public-key\",\"clientExtensionResults\":{},"
                        + "\"response\":{%2$s}}")
                .formatted(text(id), response);
    }

    private static void word(ByteArrayOutputStream cbor, String word) {
        cbor.write(0x60 + word.length());
        cbor.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] fixed(byte[] number) {
        byte[] out = new byte[32];
        int length = Math.min(number.length, out.length);
        System.arraycopy(number, number.length - length, out, out.length - length, length);
        return out;
    }
}

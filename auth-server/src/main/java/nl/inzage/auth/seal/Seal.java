package nl.inzage.auth.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.inzage.auth.settings.FactorSettings;
import org.springframework.stereotype.Component;

/**
 * Encrypts what is kept about people and must be read back, with AES-256-GCM under INZAGE_AUTH_ENCRYPTION_KEY. A sealed
 * value is bound to what it is for, so that it is of no use in another row.
 */
@Component
public class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    Seal(FactorSettings settings) throws GeneralSecurityException {
        Mac derive = Mac.getInstance("HmacSHA256");
        derive.init(new SecretKeySpec(settings.authEncryptionKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        this.key = new SecretKeySpec(derive.doFinal("inzage seal".getBytes(StandardCharsets.UTF_8)), "AES");
    }

    /** Encrypts; the nonce comes first. */
    public byte[] seal(byte[] clear, String purpose) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, clear, purpose);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** Decrypts; a value that was changed, or sealed for something else, is an IllegalStateException. */
    public byte[] open(byte[] sealed, String purpose) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest, purpose);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A sealed value cannot be opened: is INZAGE_AUTH_ENCRYPTION_KEY another?", e);
        }
    }
}

package nl.inzage.auth.totp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app: six digits, a new one each thirty seconds, HMAC-SHA-1 as every app has it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, with the truncation of RFC 4226 section 5.3</a>
 */
final class OneTimeCode {

    private static final int SECONDS = 30;

    private OneTimeCode() {}

    /** The number of the time step that a moment lies in. */
    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    static String of(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }
}

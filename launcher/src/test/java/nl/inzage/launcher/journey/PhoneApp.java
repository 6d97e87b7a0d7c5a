package nl.inzage.launcher.journey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app into which somebody typed the key of a page (RFC 6238). */
final class PhoneApp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_BYTES = 20;

    private final byte[] secret;

    PhoneApp(String typed) {
        BigInteger number = BigInteger.ZERO;
        String key = typed.replace(" ", "");
        for (int i = 0; i < key.length(); i++) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(BASE32.indexOf(key.charAt(i))));
        }
        byte[] bytes = new byte[KEY_BYTES];
        for (int i = KEY_BYTES - 1; i >= 0; i--) {
            bytes[i] = number.byteValue();
            number = number.shiftRight(8);
        }
        this.secret = bytes;
    }

    /** The code of so many times thirty seconds from now. */
    String code(int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            long step = Instant.now().getEpochSecond() / 30 + steps;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

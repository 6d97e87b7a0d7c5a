package nl.inzage.auth.support;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app on somebody's phone: it knows only what the page showed. */
public final class PhoneApp {

    private static final Pattern SECRET = Pattern.compile("inzage-secret\">([A-Z2-7 ]+)<");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;

    private PhoneApp(byte[] secret, Clock clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** Types the key of the page over. */
    public static PhoneApp of(Answer page, Clock clock) {
        Matcher shown = SECRET.matcher(page.body());
        if (!shown.find()) {
            throw new AssertionError("No key on the page: " + page.body());
        }
        return typed(shown.group(1), clock);
    }

    /** Types over a key that somebody read from the page. */
    public static PhoneApp typed(String key, Clock clock) {
        return new PhoneApp(decode(key.replace(" ", "")), clock);
    }

    public byte[] secret() {
        return secret.clone();
    }

    /** The code of this moment. */
    public String code() {
        return code(0);
    }

    /** The code of so many times thirty seconds from now. */
    public String code(int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(clock.instant().getEpochSecond() / 30 + steps)
                    .array());
            int at = hash[19] & 15;
            long number = ((hash[at] & 127L) << 24)
                    | ((hash[at + 1] & 255L) << 16)
                    | ((hash[at + 2] & 255L) << 8)
                    | (hash[at + 3] & 255L);
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        long buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << 5) | BASE32.indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}

package nl.inzage.auth.totp;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.inzage.auth.client.SecretHash;

/**
 * Codes for who has lost the phone: ten, each good for one login. Each is 120 random bits, more than the 112 from which on
 * a fast hash is enough (OWASP ASVS 5.0, 6.5.2).
 */
final class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int LENGTH = 24;
    /** In groups of four, to copy by hand. */
    private static final int GROUP = 4;
    /** Thirty-two signs, without those that look alike. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

    private RecoveryCodes() {}

    static List<String> fresh(SecureRandom random) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            StringBuilder code = new StringBuilder();
            for (int sign = 0; sign < LENGTH; sign++) {
                code.append(sign > 0 && sign % GROUP == 0 ? "-" : "")
                        .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            codes.add(code.toString());
        }
        return codes;
    }

    /** Whether a text without spaces and dashes is as long as a recovery code and has no other signs. */
    static boolean looksLikeOne(String typed) {
        return typed.matches("[A-Za-z0-9]{" + LENGTH + "}");
    }

    /** The hash by which a code is kept; capitals, spaces and dashes do not matter. */
    static String hash(UUID account, String typed) {
        return SecretHash.of(account + " " + typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}

package nl.inzage.policy.login;

import java.util.Locale;
import java.util.function.Predicate;
import nl.inzage.policy.ruling.Ruling;

/**
 * What a password must be: long enough, without the user name and the names that everybody here knows, and not one that
 * everybody tries first. Which characters it has does not matter (OWASP ASVS 5.0, 6.2: no rules of composition, a list of
 * common passwords, a list of words of the context).
 */
public final class NewPassword {

    /** The fewest characters of a password; a code by SMS comes on top of it. */
    public static final int LEAST = 8;
    /** The most: far above the 64 that must be accepted, and little enough to hash. */
    public static final int MOST = 200;

    /** The name of this product, which everybody knows who logs in. */
    private static final String PRODUCT = "inzage";

    private NewPassword() {}

    /** Why a password can or cannot be used. */
    public enum Reason {
        GOOD,
        TOO_SHORT,
        TOO_LONG,
        HOLDS_USERNAME,
        HOLDS_KNOWN_NAME,
        TOO_COMMON
    }

    /**
     * Judges a password that somebody chose.
     *
     * @param hospital the name of the hospital, as people know it
     * @param common whether a password, in small letters, is one of the most used ones
     */
    public static Ruling<Reason> judge(String password, String username, String hospital, Predicate<String> common) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST) {
            return Ruling.refused(Reason.TOO_SHORT);
        }
        if (length > MOST) {
            return Ruling.refused(Reason.TOO_LONG);
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (!username.isBlank() && small.contains(username.strip().toLowerCase(Locale.ROOT))) {
            return Ruling.refused(Reason.HOLDS_USERNAME);
        }
        String plain = lettersAndDigits(password);
        String name = lettersAndDigits(hospital);
        if (plain.contains(PRODUCT) || (!name.isEmpty() && plain.contains(name))) {
            return Ruling.refused(Reason.HOLDS_KNOWN_NAME);
        }
        boolean oneCharacter = small.codePoints().distinct().count() < 3;
        return oneCharacter || common.test(small) ? Ruling.refused(Reason.TOO_COMMON) : Ruling.allowed(Reason.GOOD);
    }

    /** In small letters, without what is put between words. */
    private static String lettersAndDigits(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}

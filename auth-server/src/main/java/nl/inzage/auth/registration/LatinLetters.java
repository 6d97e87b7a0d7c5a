package nl.inzage.auth.registration;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The letters that names may have: a to z, with an accent or without. Any other can be taken for one of these, and is
 * nothing to the keys that names are compared by.
 */
final class LatinLetters {

    private static final Pattern ACCENTED = Pattern.compile("[A-Za-z]\\p{Mn}+");

    private LatinLetters() {}

    /** The text without the accents of these letters; any other letter stays as it is, and so does a loose accent. */
    static String plain(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(LatinLetters::plainOne)
                .collect(Collectors.joining());
    }

    private static String plainOne(String sign) {
        String apart = Normalizer.normalize(sign, Normalizer.Form.NFD);
        return ACCENTED.matcher(apart).matches() ? apart.substring(0, 1) : sign;
    }
}

package nl.inzage.portal.person;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number.
 *
 * @param written as the hospital wrote it
 */
record PhoneNumber(String written) {

    /** In the Dutch numbering plan a Dutch mobile number is 06 and eight digits. */
    private static final Pattern MOBILE = Pattern.compile("(?:(?:\\+|00)310?|0)6(\\d{8})");

    /** A Dutch mobile number in pairs, the way people say it; any other number as it was written. */
    String inWords() {
        Matcher mobile = MOBILE.matcher(written.replaceAll("[\\s().-]", ""));
        return mobile.matches() ? "06" + mobile.group(1).replaceAll("(\\d\\d)", " $1") : written;
    }
}

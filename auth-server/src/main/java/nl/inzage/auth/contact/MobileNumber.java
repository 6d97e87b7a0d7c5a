package nl.inzage.auth.contact;

import java.util.Optional;

/** A mobile number as people write it. */
public final class MobileNumber {

    private MobileNumber() {}

    /** The number in international form, a Dutch one also when it was written with 06; nothing when it is none. */
    public static Optional<String> read(String typed) {
        String digits = typed.replaceAll("[\\s()./-]", "");
        String number = digits.startsWith("06") ? "+31" + digits.substring(1) : digits.replaceFirst("^00", "+");
        boolean mobile =
                number.startsWith("+31") ? number.matches("\\+316[0-9]{8}") : number.matches("\\+[1-9][0-9]{6,14}");
        return mobile ? Optional.of(number) : Optional.empty();
    }
}

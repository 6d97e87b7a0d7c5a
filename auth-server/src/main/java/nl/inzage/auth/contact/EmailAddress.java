package nl.inzage.auth.contact;

import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as people write it. Whether it is somebody's own shows only when a code comes back from it. */
public final class EmailAddress {

    private static final int LONGEST = 254;
    private static final String WORD = "[^\\s@.\\p{Cntrl}\"(),:;<>\\[\\]\\\\]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern FORM = Pattern.compile(
            "(?=[^@]{1,64}@)" + WORD + "(?:\\." + WORD + ")*@(?:" + LABEL + "\\.)+(?!\\p{N}+$)" + LABEL);

    private EmailAddress() {}

    /** The address without spaces around it; nothing when this is none, as one without a dot after the @. */
    public static Optional<String> read(String typed) {
        return Optional.of(typed.strip())
                .filter(address ->
                        address.length() <= LONGEST && FORM.matcher(address).matches());
    }
}

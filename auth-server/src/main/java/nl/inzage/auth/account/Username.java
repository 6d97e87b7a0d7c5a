package nl.inzage.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A user name as it is compared and counted: spaces around it, capitals and ways of writing the same letter do not
 * matter. There is one such form, so that no second spelling of a name gets guesses of its own.
 */
public record Username(String value) {

    private static final Pattern OWN_CHOICE = Pattern.compile("[\\p{L}\\p{N}._@-]{4,60}");

    public Username {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Whether somebody may choose this name: not too short, and of characters that can be read over a telephone. */
    public boolean fits() {
        return OWN_CHOICE.matcher(value).matches();
    }
}

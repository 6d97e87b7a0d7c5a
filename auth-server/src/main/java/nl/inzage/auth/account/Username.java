package nl.inzage.auth.account;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A user name as it is compared and counted: spaces around it, capitals and ways of writing the same letter do not
 * matter. There is one such form, so that no second spelling of a name gets guesses of its own.
 */
public record Username(String value) {

    public Username {
        value = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

package nl.inzage.auth.developer;

import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who makes apps, known by a mailbox only.
 *
 * @param email in small letters
 */
record Developer(UUID id, String email, Locale language) {

    @Override
    public String toString() {
        return "Developer[" + id + "]";
    }
}

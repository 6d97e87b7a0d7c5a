package nl.inzage.portal.outbox;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that would have gone to a telephone or a mailbox.
 *
 * @param channel sms or email
 * @param to telephone number or address
 */
record Message(String channel, String to, String text, Instant at) {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    /** The code to type in, empty when the message holds none. */
    String code() {
        Matcher found = CODE.matcher(text);
        return found.find() ? found.group() : "";
    }
}

package nl.inzage.fhir.noninterference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A door at which whoever has a link to a next page sees that page, as with HAPI's own paging ids. */
final class UnboundCursors implements Door {

    private static final Pattern CURSOR = Pattern.compile("_cursor=([A-Za-z0-9_.-]+)");

    private final Door sound;
    private final Map<String, List<String>> givenTo = new HashMap<>();

    UnboundCursors(Door sound) {
        this.sound = sound;
    }

    @Override
    public Reply send(String method, String target, List<String> headers, String body) {
        Matcher asked = CURSOR.matcher(target);
        List<String> as = asked.find() ? givenTo.getOrDefault(asked.group(1), headers) : headers;
        Reply reply = sound.send(method, target, as, body);
        Matcher given = CURSOR.matcher(reply.text());
        while (given.find()) {
            givenTo.putIfAbsent(given.group(1), as);
        }
        return reply;
    }
}

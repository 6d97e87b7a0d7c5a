package nl.inzage.fhir.narrow;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The parameters of a request, decoded once, in order.
 *
 * @param inUrl whether they were said in the URL
 */
record Parameters(List<Pair> pairs, boolean inUrl) {

    record Pair(String name, String value) {

        Pair {
            // No text in FHIR or in the database holds it.
            if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                throw Refusal.value("A parameter holds a zero byte");
            }
        }
    }

    Parameters {
        pairs = List.copyOf(pairs);
    }

    /** Those of a query string; null when there is none. */
    static Parameters ofUrl(String query) {
        List<Pair> pairs = new ArrayList<>();
        for (String part : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals <= 0) {
                throw Refusal.value("Each parameter is name=value");
            }
            pairs.add(new Pair(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1))));
        }
        return new Parameters(pairs, true);
    }

    /** Those of a form that the container has read. */
    static Parameters ofForm(Map<String, String[]> form) {
        List<Pair> pairs = new ArrayList<>();
        form.forEach((name, values) -> List.of(values).forEach(value -> pairs.add(new Pair(name, value))));
        return new Parameters(pairs, false);
    }

    /** The values of a name, in order. */
    List<String> of(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    Parameters without(Predicate<String> names) {
        return new Parameters(
                pairs.stream().filter(pair -> !names.test(pair.name())).toList(), inUrl);
    }

    Parameters with(String name, String value) {
        List<Pair> more = new ArrayList<>(pairs);
        more.add(new Pair(name, value));
        return new Parameters(more, inUrl);
    }

    /** As a query string with the question mark; empty when there are none. */
    String toQuery() {
        return pairs.isEmpty()
                ? ""
                : pairs.stream()
                        .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The same text for the same query, whatever its order. */
    String canonical() {
        return pairs.stream()
                .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Strict: what is not percent-encoded UTF-8 is refused, since a parameter that is lost would widen the query. */
    private static String decoded(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '%') {
                bytes.put(hex(text, i + 1));
                i += 2;
            } else if (letter < 0x20 || letter > 0x7e) {
                throw Refusal.value("The URL is not percent-encoded");
            } else {
                bytes.put((byte) (letter == '+' ? ' ' : letter));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.value("The URL is not UTF-8");
        }
    }

    private static byte hex(String text, int at) {
        if (at + 2 > text.length() || !text.substring(at, at + 2).matches("[0-9A-Fa-f]{2}")) {
            throw Refusal.value("The URL is not percent-encoded");
        }
        return (byte) Integer.parseInt(text.substring(at, at + 2), 16);
    }
}

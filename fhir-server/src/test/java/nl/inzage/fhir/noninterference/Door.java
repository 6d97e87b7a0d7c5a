package nl.inzage.fhir.noninterference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Something that answers requests as the narrow door does, or nearly so. */
interface Door {

    /**
     * The answer.
     *
     * @param target path and query as they go on the wire
     * @param headers each as {@code Name: value}
     */
    Reply send(String method, String target, List<String> headers, String body);

    /**
     * What came back, to the byte.
     *
     * @param headers each as {@code Name: value}, in their order
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by its texts only.
    record Reply(int status, List<String> headers, byte[] body) {

        static Reply json(int status, String body) {
            return new Reply(
                    status, List.of("Content-Type: application/fhir+json"), body.getBytes(StandardCharsets.UTF_8));
        }

        Reply with(String header) {
            List<String> more = new ArrayList<>(headers);
            more.add(header);
            return new Reply(status, more, body);
        }

        String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(header -> header.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}

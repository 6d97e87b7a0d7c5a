package nl.inzage.bench.speed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is asked. A unit is what is timed: one request, or the eight of a home page one after another. */
enum Scenario {
    READ(List.of("Patient/%P")),
    LABS(List.of("Observation?patient=%P&category=laboratory&_sort=-date&_count=50")),
    CODE(List.of("Observation?patient=%P&code=http://loinc.org%7C%C&_count=50")),
    HOME_BATCH(List.of()),
    HOME_SEQUENCE(HomePage.SECTIONS),
    EVERYTHING(List.of("Patient/%P/$everything?_count=50"));

    private final List<String> urls;

    Scenario(List<String> urls) {
        this.urls = urls;
    }

    /** The requests of a unit for a person, ready for the wire. */
    List<byte[]> unit(Target target, Person person, Mode mode) {
        if (this == HOME_BATCH) {
            StringBuilder entries = new StringBuilder();
            for (String url : HomePage.SECTIONS) {
                entries.append(entries.isEmpty() ? "" : ",")
                        .append("{\"request\":{\"method\":\"GET\",\"url\":\"")
                        .append(person.in(url))
                        .append("\"}}");
            }
            String body = "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[" + entries + "]}";
            return List.of(request(target, person, mode, "POST", "", body));
        }
        return urls.stream()
                .map(url -> request(target, person, mode, "GET", "/" + person.in(url), ""))
                .toList();
    }

    private static byte[] request(
            Target target, Person person, Mode mode, String method, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + target.base().getPath() + path + " HTTP/1.1\r\nHost: "
                + target.base().getAuthority() + "\r\nAccept: application/fhir+json\r\n" + mode.headers()
                + (person.token().isEmpty() ? "" : "Authorization: Bearer " + person.token() + "\r\n")
                + (content.length == 0
                        ? ""
                        : "Content-Type: application/fhir+json\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}

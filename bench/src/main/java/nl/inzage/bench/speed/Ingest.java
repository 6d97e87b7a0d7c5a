package nl.inzage.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a hospital does: sends its dossiers, and looks up which patients there are. */
final class Ingest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    Ingest(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /**
     * Sends the transactions of a folder one after another, first what others name; the number of resources.
     *
     * @throws IOException when one is not accepted
     */
    int send(Path folder) throws IOException, InterruptedException {
        int resources = 0;
        for (Path file : files(folder)) {
            HttpResponse<String> answer = http.send(
                    request(base)
                            .header("Content-Type", "application/fhir+json")
                            .header("Prefer", "return=minimal")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(transaction(file)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(base + " did not take " + file.getFileName() + ": " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(500, answer.body().length())));
            }
            resources += JSON.readTree(answer.body()).path("entry").size();
        }
        return resources;
    }

    /** Synthea writes who is named by all as a batch, which a hospital may not send. */
    private static byte[] transaction(Path file) throws IOException {
        ObjectNode bundle = (ObjectNode) JSON.readTree(file.toFile());
        return JSON.writeValueAsBytes(bundle.put("type", "transaction"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Ingest::isOfPatient).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private static boolean isOfPatient(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("hospitalInformation") && !name.startsWith("practitionerInformation");
    }

    /** Ids of all patients by their first identifier. */
    Map<String, String> patients() throws IOException, InterruptedException {
        Map<String, String> patients = new TreeMap<>();
        URI page = URI.create(base + "/Patient?_count=100");
        while (page != null) {
            // Stock HAPI would give the answer of a minute ago, from before anything was sent.
            HttpRequest fresh =
                    request(page).header("Cache-Control", "no-cache").build();
            JsonNode bundle =
                    JSON.readTree(http.send(fresh, BodyHandlers.ofString()).body());
            for (JsonNode entry : bundle.path("entry")) {
                patients.put(
                        entry.at("/resource/identifier/0/value").asText(),
                        entry.at("/resource/id").asText());
            }
            page = null;
            for (JsonNode link : bundle.path("link")) {
                if (link.path("relation").asText().equals("next")) {
                    page = URI.create(link.path("url").asText());
                }
            }
        }
        return patients;
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(15));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}

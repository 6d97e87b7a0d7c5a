package nl.inzage.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Asks the running FHIR server to rebuild the released view or to compare it with the store, and tells how far it is. */
final class UpkeepCommand {

    static final Set<String> TASKS = Set.of("rebuild", "reconcile");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;
    private static final int UNDER_WAY = 409;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI endpoint;
    private final Duration pause;
    private final PrintStream out;

    UpkeepCommand(int managementPort, Duration pause, PrintStream out) {
        this.endpoint = URI.create("http://localhost:" + managementPort + "/actuator/releasedview");
        this.pause = pause;
        this.out = out;
    }

    /**
     * Runs a task to its end.
     *
     * @return 0, or 1 when differences remain or rows showed too much
     * @throws StartRefused when no dossier answers
     */
    int run(String task) throws StartRefused, InterruptedException {
        int status = ask(task).statusCode();
        if (status != ACCEPTED && status != UNDER_WAY) {
            throw new StartRefused("The running FHIR server does not take this command (status " + status + ").");
        }
        JsonNode state = state(task);
        while (!state.path("state").asText().equals("resting")) {
            out.printf(
                    "%s: %d of %d%n",
                    task, state.path("done").asLong(), state.path("total").asLong());
            Thread.sleep(pause.toMillis());
            state = state(task);
        }
        out.printf(
                "%s: %d resources, %d rows mended, %d showed too much, %d differences remain%n",
                task,
                state.path("done").asLong(),
                state.path("mended").asLong(),
                state.path("exposing").asLong(),
                state.path("remaining").asLong());
        return state.path("exposing").asLong() + state.path("remaining").asLong() == 0 ? 0 : 1;
    }

    private HttpResponse<String> ask(String task) throws StartRefused, InterruptedException {
        return send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"start\":\"" + task + "\"}")));
    }

    private JsonNode state(String task) throws StartRefused, InterruptedException {
        try {
            return json.readTree(send(HttpRequest.newBuilder(endpoint)).body()).path(task);
        } catch (IOException e) {
            throw new StartRefused("The FHIR server's answer could not be read.", e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws StartRefused, InterruptedException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartRefused("No dossier is running here; start one first with ./inzage.", e);
        }
    }
}

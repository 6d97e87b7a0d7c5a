package nl.inzage.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.inzage.launcher.Addresses;

/** An app that runs in Node.js and tells each step as a line of JSON. */
final class NodeApp implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String script;
    private final Process process;
    private final BufferedReader steps;
    private final Path problems;

    private NodeApp(String script, Process process, Path problems) {
        this.script = script;
        this.process = process;
        this.steps = process.inputReader();
        this.problems = problems;
    }

    /** Starts the app of this name. */
    static NodeApp start(String script, Addresses addresses, Map<String, String> more) throws IOException {
        return start(RealClients.FOLDER.resolve("node").resolve(script), addresses, more);
    }

    /** Starts an app of this file. */
    static NodeApp start(Path script, Addresses addresses, Map<String, String> more) throws IOException {
        Path problems = Files.createTempFile(Path.of("target"), "node-app", ".log");
        ProcessBuilder builder = new ProcessBuilder("node", script.toString())
                .directory(RealClients.FOLDER.toFile())
                .redirectError(problems.toFile());
        builder.environment().put("ISSUER", addresses.issuer().toString());
        builder.environment().put("FHIR", addresses.fhirBase().toString());
        builder.environment()
                .put("REDIRECT_URI", addresses.app().resolve("/terug").toString());
        builder.environment().putAll(more);
        return new NodeApp(script.toString(), builder.start(), problems);
    }

    /** What the app tells next; what a library prints in between is passed over. */
    JsonNode step() throws IOException {
        String line = line();
        while (!line.startsWith("{\"")) {
            line = line();
        }
        return JSON.readTree(line);
    }

    /** What the app prints next. */
    String line() throws IOException {
        String line = steps.readLine();
        if (line == null) {
            throw new IllegalStateException(script + " ended: " + Files.readString(problems));
        }
        return line;
    }

    @Override
    public void close() {
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}

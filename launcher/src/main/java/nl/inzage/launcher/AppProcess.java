package nl.inzage.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM that runs one app with the class path that Maven wrote for its module, and its log in a file. */
final class AppProcess {

    private final App app;
    private final Process process;
    private final Path log;

    private AppProcess(App app, Process process, Path log) {
        this.app = app;
        this.process = process;
        this.log = log;
    }

    static AppProcess start(App app, Path home, DataFolder data, Map<String, String> environment) throws IOException {
        Path module = home.resolve(app.module());
        Path log = data.logs().resolve(app.module() + ".log");
        Path arguments = data.path().resolve(app.module() + ".args");
        Files.write(arguments, List.of("-cp", quoted(classPath(module)), app.mainClass()));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + app.memory(),
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "@" + arguments)
                .directory(data.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new AppProcess(app, builder.start(), log);
    }

    private static String classPath(Path module) throws IOException {
        Path listed = module.resolve("target/runtime-classpath.txt");
        return module.resolve("target/classes")
                + File.pathSeparator
                + Files.readString(listed).strip();
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\") + "\"";
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    String name() {
        return app.module();
    }

    /**
     * Waits until the app says that it is ready.
     *
     * @throws StartRefused when the app ends before, or is not ready in time
     */
    void awaitReady(HttpClient client, Duration limit) throws StartRefused, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new StartRefused("The " + app.module() + " stopped while starting: " + lastWords()
                        + " (the whole story is in " + log + ").");
            }
            if (isReady(client)) {
                return;
            }
            Thread.sleep(200);
        }
        throw new StartRefused(
                "The " + app.module() + " was not ready within " + limit.toSeconds() + " seconds; see " + log + ".");
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + app.managementPort() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The line of the log that a reader most likely needs: the last that speaks of an error, else the last. */
    private String lastWords() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.filter(line -> !line.isBlank() && !line.startsWith("\t"))
                    .toList();
            return all.stream()
                    .filter(line -> line.contains("INZAGE_") || line.contains("ERROR") || line.contains("Exception"))
                    .reduce((first, second) -> second)
                    .or(() -> all.stream().reduce((first, second) -> second))
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "its log cannot be read";
        }
    }

    /** Asks the app to stop and waits; after the limit it is ended. */
    void stop(Duration limit) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }
}

package nl.inzage.launcher.production;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One app as in its container: its executable jar, the environment of the compose file and nothing else of ours. */
final class JarProcess implements Closeable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final String name;
    private final Process process;
    private final Path log;

    private JarProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static JarProcess start(String name, Path jar, int megabytes, Map<String, String> environment, Path folder)
            throws IOException {
        Path log = Files.createTempFile(folder, name + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes * 7 / 10 + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-jar",
                        jar.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new JarProcess(name, builder.start(), log);
    }

    void awaitReady(HttpClient client, String managementPort) throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended while starting:\n" + output());
            }
            if (answers(client, health)) {
                return;
            }
            Thread.sleep(300);
        }
        throw new IllegalStateException(name + " was not ready in time:\n" + output());
    }

    private static boolean answers(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for the end that a bad setting must bring, and gives the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " goes on although a setting is wrong");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}

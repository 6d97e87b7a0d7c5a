package nl.inzage.bench.speed;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server's JVM: the same options for each side. */
final class Server implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(6);

    private final Process process;

    private Server(Process process) {
        this.process = process;
    }

    /** Starts a module's main class with the class path that Maven wrote, and waits until a URL answers 200. */
    static Server start(
            Path module, String mainClass, Path work, Map<String, String> environment, List<String> options, URI ready)
            throws IOException, InterruptedException {
        String name = module.getFileName().toString();
        Path arguments = work.resolve(name + ".args");
        String classPath = module.resolve("target/classes") + ":"
                + Files.readString(module.resolve("target/runtime-classpath.txt"))
                        .strip();
        String kept = new KeptClasses(work.resolve(name + "-classes")).of(classPath);
        Files.write(arguments, List.of("-cp", "\"" + kept + "\"", mainClass));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx3g", "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.add("@" + arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        Server server = new Server(builder.start());
        // Also when this program is ended from outside.
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy, "stop-" + name));
        server.await(ready, name);
        return server;
    }

    private void await(URI ready, String name) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(ready).timeout(LIMIT).build();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(500);
            }
        }
        close();
        throw new IOException(name + " did not start; its log says why");
    }

    long pid() {
        return process.pid();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

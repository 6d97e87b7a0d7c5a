package nl.inzage.portal.hospital;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** FHIR server and authorization server of a hospital, as far as the portal talks to them, inside the test's JVM. */
public final class Hospital implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AuthDesk auth;
    private final Archive archive;

    private Hospital(HttpServer server, String clientSecret) {
        this.server = server;
        auth = new AuthDesk(url(), clientSecret);
        archive = new Archive(url() + "/fhir", auth);
        server.createContext("/fhir", archive::answer);
        server.createContext("/", auth::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Opens on a free port. */
    public static Hospital open(String clientSecret) {
        try {
            return new Hospital(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), clientSecret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Base of both servers. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who logs in, and what goes wrong there. */
    public AuthDesk auth() {
        return auth;
    }

    /** The dossiers, and what goes wrong there. */
    public Archive archive() {
        return archive;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    static Map<String, String> form(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded != null) {
            Arrays.stream(encoded.split("&", -1))
                    .filter(pair -> !pair.isEmpty())
                    .forEach(pair -> {
                        String[] parts = pair.split("=", 2);
                        fields.merge(
                                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                                URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8),
                                (one, other) -> one + "&" + other);
                    });
        }
        return fields;
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }
}

package nl.inzage.conformance.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where the browser comes to the app: on this machine only. */
public final class Listener implements AutoCloseable {

    /** Where the answer of the authorization server comes. */
    public static final String CALLBACK = "/callback";

    /** Where a portal or EHR launches the app. */
    public static final String LAUNCH = "/launch";

    private static final byte[] PAGE = "<!DOCTYPE html><title>SMART conformance</title><p>You can close this page."
            .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final BlockingQueue<Arrival> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Arrival> launches = new LinkedBlockingQueue<>();

    private Listener(HttpServer server) {
        this.server = server;
        server.createContext(CALLBACK, exchange -> take(exchange, answers));
        server.createContext(LAUNCH, exchange -> take(exchange, launches));
    }

    /**
     * Listens at a port.
     *
     * @param port 0 for a free one
     * @throws IOException when somebody else listens there
     */
    public static Listener at(int port) throws IOException {
        Listener listener = new Listener(
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0));
        listener.server.start();
        return listener;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Forgets who came to the callback before, so that a late browser is not taken for the next one. */
    void forgetAnswers() {
        answers.clear();
    }

    Optional<Arrival> awaitAnswer(Duration patience) throws InterruptedException {
        return Optional.ofNullable(answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The next launch by a portal or EHR. */
    public Optional<Arrival> awaitLaunch(Duration patience) throws InterruptedException {
        return Optional.ofNullable(launches.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void take(HttpExchange exchange, BlockingQueue<Arrival> queue) throws IOException {
        try (exchange) {
            queue.add(new Arrival(parameters(exchange.getRequestURI().getRawQuery())));
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
        }
    }

    /** The parameters of a query. */
    public static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

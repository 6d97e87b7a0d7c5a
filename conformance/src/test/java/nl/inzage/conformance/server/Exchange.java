package nl.inzage.conformance.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import nl.inzage.conformance.app.Listener;

/** One request at the small server, and its answer. */
final class Exchange {

    private final HttpExchange exchange;
    private final Map<String, String> form;

    Exchange(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        this.form = new HashMap<>(Listener.parameters(body));
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Map<String, String> query() {
        return Listener.parameters(exchange.getRequestURI().getRawQuery());
    }

    Map<String, String> form() {
        return form;
    }

    String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    Exchange with(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
        return this;
    }

    void json(int status, String body) throws IOException {
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            with("Content-Type", "application/json");
        }
        send(status, body);
    }

    void send(int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void redirect(String location) throws IOException {
        with("Location", location).send(302, "");
    }
}

package nl.inzage.launcher.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A small FHIR server with an authorization server in the same JVM, whose answers a test decides. */
final class HospitalServer implements AutoCloseable {

    private final HttpServer server;
    final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    final List<String> received = new CopyOnWriteArrayList<>();
    final List<String> bearers = new CopyOnWriteArrayList<>();
    Behaviour behaviour = Behaviour.ACCEPT;

    /** What the server does with a transaction; the number counts from one. */
    interface Behaviour {
        Behaviour ACCEPT = (number, body) -> new Reply(200, accepted(body));

        Reply to(int number, String body);
    }

    /** An answer; status 0 drops the connection. */
    record Reply(int status, String body) {}

    HospitalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/ehr", this::fhir);
        server.createContext("/token", this::token);
        server.start();
    }

    FhirTarget target() {
        return new FhirTarget(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ehr"));
    }

    URI tokenEndpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    static String accepted(String body) {
        int entries = body.split("\"request\"|<request>", -1).length - 1;
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            answers.add("{\"response\":{\"status\":\"201 Created\"}}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\",\"entry\":[" + String.join(",", answers)
                + "]}";
    }

    private void fhir(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("smart-configuration")) {
            send(exchange, new Reply(200, "{\"token_endpoint\":\"" + tokenEndpoint() + "\"}"));
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(body);
        bearers.add(exchange.getRequestHeaders().getFirst("Authorization"));
        send(exchange, behaviour.to(received.size(), body));
    }

    private void token(HttpExchange exchange) throws IOException {
        tokenRequests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        send(
                exchange,
                new Reply(
                        200,
                        "{\"access_token\":\"token-" + tokenRequests.size()
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

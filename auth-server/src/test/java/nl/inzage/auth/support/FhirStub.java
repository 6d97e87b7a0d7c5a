package nl.inzage.auth.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers only the question who somebody is, and serves the key set of a client; the real FHIR server is in launcher's tests. */
public final class FhirStub {

    private final HttpServer server;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, String> resources = new ConcurrentHashMap<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private volatile boolean failing;
    private volatile String keySet = "{\"keys\":[]}";

    FhirStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ehr/Patient/_search", exchange -> search(exchange, "Patient"));
        server.createContext("/ehr/Practitioner/_search", exchange -> search(exchange, "Practitioner"));
        server.createContext("/client-keys", exchange -> answer(exchange, 200, keySet));
        server.start();
    }

    /** The base of the FHIR server. */
    public URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Where a client's keys are. */
    public String keysAddress() {
        return base() + "/client-keys";
    }

    public void knows(String identifier, String id) {
        ids.put(identifier, id);
    }

    /** Knows a patient with more than an id. */
    public void knowsPatient(String identifier, String resource) {
        resources.put(identifier, resource);
    }

    public void publishKeys(String jwks) {
        keySet = jwks;
    }

    public void fail(boolean fails) {
        failing = fails;
    }

    /** The tokens that questions came with, oldest first. */
    public List<String> bearers() {
        return bearers;
    }

    private void search(HttpExchange exchange, String type) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String identifier = URLDecoder.decode(body, StandardCharsets.UTF_8).replace("identifier=", "");
        bearers.add(exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", ""));
        if (failing
                || !"POST".equals(exchange.getRequestMethod())
                || exchange.getRequestURI().getQuery() != null) {
            answer(exchange, 503, "{}");
            return;
        }
        String known = resources.get(identifier);
        if (known != null && type.equals("Patient")) {
            answer(exchange, 200, "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + known + "}]}");
            return;
        }
        String entry = ids.containsKey(identifier)
                ? "{\"resource\":{\"resourceType\":\"" + type + "\",\"id\":\"" + ids.get(identifier) + "\"}}"
                : "";
        answer(exchange, 200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entry + "]}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

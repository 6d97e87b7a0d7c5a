package nl.inzage.auth.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers only the question who somebody is, and serves the key set of a client; the real FHIR server is in launcher's tests. */
public final class FhirStub {

    private final HttpServer server;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, StubPatient> patients = new ConcurrentHashMap<>();
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

    /** Lets a hospital have a patient. */
    public void has(StubPatient patient) {
        NoSecretsInLogs.number(patient.bsn());
        patients.put(patient.id(), patient);
    }

    /** Knows more of an employee than an id. */
    public void employs(People employee, String family, String born) {
        resources.put(
                employee.identifier(),
                """
                {"resourceType":"Practitioner","id":"%s","name":[{"family":"%s"}],"birthDate":"%s"}"""
                        .formatted(employee.fhirId(), family, born));
    }

    /** Knows the name of an employee, and no day of birth. */
    public void employsOfUnknownAge(People employee, String given, String family) {
        resources.put(
                employee.identifier(),
                """
                {"resourceType":"Practitioner","id":"%s","name":[{"given":["%s"],"family":"%s"}]}"""
                        .formatted(employee.fhirId(), given, family));
    }

    /** Knows this employee no longer. */
    public void employsNoMore(People employee) {
        ids.remove(employee.identifier());
        resources.remove(employee.identifier());
    }

    /** Knows a patient with more than an id. */
    public void knowsPatient(String identifier, String resource) {
        resources.put(identifier, resource);
    }

    /** Knows this patient no longer. */
    public void forgetsPatient(String identifier) {
        resources.remove(identifier);
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
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String bearer = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        bearers.add(bearer);
        if (failing
                || !"POST".equals(exchange.getRequestMethod())
                || exchange.getRequestURI().getQuery() != null) {
            answer(exchange, 503, "{}");
            return;
        }
        String identifier = asked.getOrDefault("identifier", "");
        String known = resources.get(identifier);
        if (known != null) {
            answer(exchange, 200, "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + known + "}]}");
            return;
        }
        String entries = ids.containsKey(identifier)
                ? "{\"resource\":" + verified(type, ids.get(identifier), identifier) + "}"
                : patients.values().stream()
                        .filter(patient -> type.equals("Patient") && patient.isFound(asked, hospital(bearer)))
                        .map(patient -> "{\"resource\":" + patient.json() + "}")
                        .collect(Collectors.joining(","));
        answer(exchange, 200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}");
    }

    /** Somebody whose number the hospital verified. */
    private static String verified(String type, String id, String identifier) {
        String[] parts = identifier.split("\\|", -1);
        return """
                {"resourceType":"%s","id":"%s","identifier":[{"system":"%s","value":"%s","extension":
                  [{"url":"http://hl7.org/fhir/StructureDefinition/identifier-validDate","valueDateTime":"2020-01-02"}]}]}"""
                .formatted(type, id, parts[0], parts[1]);
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String hospital(String bearer) {
        String claims = new String(Base64.getUrlDecoder().decode(bearer.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return claims.replaceAll(".*\"hospital\":\"([^\"]+)\".*", "$1");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

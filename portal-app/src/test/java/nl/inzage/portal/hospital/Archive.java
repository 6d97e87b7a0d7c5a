package nl.inzage.portal.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The FHIR server: dossiers as a hospital sends them, from {@code /dossiers/{patient}.json}. As strict as the narrow
 * door: a token of that patient, and no parameter that is not on the list.
 */
public final class Archive {

    private static final Set<String> KNOWN =
            Set.of("patient", "category", "code", "date", "_sort", "_count", "_cursor");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FHIR = "application/fhir+json;charset=UTF-8";

    private final String base;
    private final AuthDesk auth;
    private final Map<String, Integer> failing = new HashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile String slow = "";
    private volatile String nextLinkBase;

    Archive(String base, AuthDesk auth) {
        this.base = base;
        this.auth = auth;
        nextLinkBase = base;
    }

    /** Answers every question about this type with a status. */
    public synchronized void fail(String type, int status) {
        failing.put(type, status);
    }

    /** Never answers a question about this type. */
    public void silentAbout(String type) {
        slow = type;
    }

    /** Lets the next links point somewhere else. */
    public void nextLinksTo(String elsewhere) {
        nextLinkBase = elsewhere;
    }

    /** Everything that was asked, oldest first: path and query. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized void reset() {
        failing.clear();
        requests.clear();
        slow = "";
        nextLinkBase = base;
    }

    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/fhir".length());
        requests.add(path + "?" + exchange.getRequestURI().getRawQuery());
        if (path.equals("/.well-known/smart-configuration")) {
            String configuration = auth.smartConfiguration();
            Hospital.send(exchange, configuration == null ? 503 : 200, "application/json", "" + configuration);
            return;
        }
        String token = "" + exchange.getRequestHeaders().getFirst("Authorization");
        String patient = auth.patientOf(token.replaceFirst("^Bearer ", ""));
        String[] parts = path.split("/", -1);
        String type = parts.length > 1 ? parts[1] : "";
        if (type.equals(slow)) {
            pause();
        }
        if (patient == null) {
            Hospital.send(exchange, 401, FHIR, "{\"resourceType\":\"OperationOutcome\"}");
        } else if (failing.containsKey(type)) {
            Hospital.send(exchange, failing.get(type), "text/html", "<h1>java.lang.NullPointerException</h1>");
        } else if (parts.length == 3) {
            read(exchange, patient, type, parts[2]);
        } else {
            search(
                    exchange,
                    patient,
                    type,
                    Hospital.form(exchange.getRequestURI().getRawQuery()));
        }
    }

    private void read(HttpExchange exchange, String patient, String type, String id) throws IOException {
        JsonNode found = dossier(patient, type).stream()
                .filter(resource -> resource.path("id").asText().equals(id))
                .findFirst()
                .orElse(null);
        if (found == null) {
            Hospital.send(exchange, 404, FHIR, "{\"resourceType\":\"OperationOutcome\"}");
        } else {
            Hospital.send(exchange, 200, FHIR, JSON.writeValueAsString(found));
        }
    }

    private void search(HttpExchange exchange, String patient, String type, Map<String, String> asked)
            throws IOException {
        if (!KNOWN.containsAll(asked.keySet()) || !patient.equals(asked.get("patient"))) {
            Hospital.send(exchange, 400, FHIR, "{\"resourceType\":\"OperationOutcome\"}");
            return;
        }
        List<JsonNode> found = new ArrayList<>(dossier(patient, type).stream()
                .filter(resource -> Matches.all(resource, asked))
                .toList());
        if (asked.containsKey("_sort")) {
            Comparator<JsonNode> byDate = Comparator.comparing(Matches::date);
            found.sort(asked.get("_sort").startsWith("-") ? byDate.reversed() : byDate);
        }
        int from = Integer.parseInt(asked.getOrDefault("_cursor", "0"));
        int to = Math.min(found.size(), from + Integer.parseInt(asked.getOrDefault("_count", "20")));
        Hospital.send(
                exchange,
                200,
                FHIR,
                JSON.writeValueAsString(bundle(found.subList(from, to), to < found.size(), type, asked, to)));
    }

    private ObjectNode bundle(List<JsonNode> page, boolean more, String type, Map<String, String> asked, int to) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        if (more) {
            StringBuilder next = new StringBuilder(nextLinkBase + "/" + type + "?_cursor=" + to);
            asked.forEach((name, value) -> {
                if (!name.equals("_cursor")) {
                    next.append('&')
                            .append(name)
                            .append('=')
                            .append(value.replace("|", "%7C").replace("&", "&" + name + "="));
                }
            });
            bundle.putArray("link").addObject().put("relation", "next").put("url", next.toString());
        }
        ArrayNode entries = bundle.putArray("entry");
        page.forEach(resource -> entries.addObject()
                .put("fullUrl", base + "/" + type + "/" + resource.path("id").asText())
                .set("resource", resource));
        return bundle;
    }

    private static List<JsonNode> dossier(String patient, String type) throws IOException {
        try (InputStream file = Archive.class.getResourceAsStream("/dossiers/" + patient + ".json")) {
            List<JsonNode> found = new ArrayList<>();
            JSON.readTree(file).path("entry").forEach(entry -> {
                if (entry.path("resource").path("resourceType").asText().equals(type)) {
                    found.add(entry.path("resource"));
                }
            });
            return found;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

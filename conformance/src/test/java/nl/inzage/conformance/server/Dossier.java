package nl.inzage.conformance.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the small server has of one patient, and who may read it. */
final class Dossier {

    static final List<String> TYPES = List.of("Observation", "Condition", "AllergyIntolerance");

    /** A token and the grant that it comes from. */
    final Map<String, Grant> tokens = new ConcurrentHashMap<>();

    private final SmallServer server;

    Dossier(SmallServer server) {
        this.server = server;
    }

    void answer(Exchange exchange) throws IOException {
        if (!server.breaks("1.3.08") && !server.breaks("2.3.08")) {
            exchange.with("Access-Control-Allow-Origin", "*");
        }
        if (exchange.method().equals("OPTIONS")) {
            exchange.with("Access-Control-Allow-Headers", "Authorization").send(server.breaks("@17") ? 405 : 200, "");
            return;
        }
        String token = exchange.header("Authorization").replace("Bearer ", "");
        Grant grant = tokens.get(token);
        if (grant == null && server.breaks("@77") && !token.isEmpty()) {
            exchange.json(200, "{\"resourceType\":\"Patient\"}");
            return;
        }
        if (grant == null || grant.ended) {
            exchange.json(token.isEmpty() && server.breaks("B02") ? 404 : 401, "{}");
            return;
        }
        String[] path = exchange.path().substring("/fhir/".length()).split("/");
        if (path[0].equals("Patient")) {
            patient(exchange, grant, path);
        } else if (path.length == 2) {
            exchange.json(isLimited(grant) && !path[1].equals("lab") ? 403 : 200, observation(path[1]));
        } else {
            search(exchange, grant, path[0]);
        }
    }

    private void patient(Exchange exchange, Grant grant, String[] path) throws IOException {
        boolean broken = server.breaks("B03")
                || (grant.refreshed && server.breaks("B03r"))
                || (path.length == 2 && !path[1].equals("p1"));
        exchange.json(broken ? 404 : 200, "{\"resourceType\":\"Patient\",\"id\":\"p1\"}");
    }

    private void search(Exchange exchange, Grant grant, String type) throws IOException {
        boolean all = grant.scope.contains("patient/*.");
        boolean given = all || grant.scope.contains("patient/" + type + ".");
        boolean refused = server.breaks("B06") && type.equals("Condition");
        if (refused || (!given && !server.breaks("B05"))) {
            exchange.json(403, "{\"resourceType\":\"OperationOutcome\"}");
            return;
        }
        boolean both = type.equals("Observation") && (!isLimited(grant) || server.breaks("B08"));
        String entries = type.equals("Observation") ? entry("lab") + (both ? "," + entry("vital") : "") : "";
        exchange.json(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries + "]}");
    }

    private static boolean isLimited(Grant grant) {
        return grant.scope.contains("patient/Observation.rs?");
    }

    private static String entry(String id) {
        return "{\"resource\":" + observation(id) + "}";
    }

    private static String observation(String id) {
        String category = id.equals("lab") ? "laboratory" : "vital-signs";
        return "{\"resourceType\":\"Observation\",\"id\":\"" + id + "\",\"category\":[{\"coding\":[{\"code\":\""
                + category + "\"}]}]}";
    }
}

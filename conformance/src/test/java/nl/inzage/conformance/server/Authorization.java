package nl.inzage.conformance.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints of the small server at which codes and tokens are given, asked about and ended. */
final class Authorization {

    private static final String ALL_BUT_CONDITIONS =
            "launch/patient openid fhirUser patient/Patient.rs patient/Observation.rs";

    private final SmallServer server;
    private final Dossier dossier;
    private final Clients clients;
    private final TokenAnswers answers;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();

    Authorization(SmallServer server, Dossier dossier) {
        this.server = server;
        this.dossier = dossier;
        this.clients = new Clients(server);
        this.answers = new TokenAnswers(server);
    }

    void authorize(Exchange exchange) throws IOException {
        if (exchange.method().equals("POST")) {
            exchange.send(server.breaks("1.2.02p") ? 405 : 200, "<p>Log in");
            return;
        }
        Map<String, String> request = exchange.query();
        boolean registered = request.get("redirect_uri").endsWith("/callback");
        if (!registered && !server.breaks("@18")) {
            exchange.send(400, "<p>Error");
            return;
        }
        String error = error(request, exchange.header("X-Wish"));
        String state = request.containsKey("launch") ? "2.2.04" : "1.2.02";
        String answer = "?state=" + (server.breaks(state) ? "another" : request.get("state"));
        if (error.isEmpty()) {
            String code = UUID.randomUUID().toString();
            codes.put(code, new Grant(request, granted(request.get("scope"), exchange.header("X-Wish"))));
            boolean odd = server.breaks(request.containsKey("launch") ? "2.2.05" : "1.2.03");
            answer += "&code=" + code + (odd ? "&error=odd" : "");
        } else {
            answer += "&error=" + error;
        }
        exchange.redirect(request.get("redirect_uri") + answer);
    }

    private String error(Map<String, String> request, String wish) {
        if (!request.get("aud").equals(server.base().toString()) && !server.breaks("B10")) {
            return "invalid_request";
        }
        if (!request.get("code_challenge_method").equals("S256") && !server.breaks("B12e")) {
            return "invalid_request";
        }
        if (request.get("scope").contains(".read") && server.breaks("B09")) {
            return "invalid_scope";
        }
        return wish.equals("REFUSE") && !server.breaks("@54") ? "access_denied" : "";
    }

    private String granted(String scope, String wish) {
        if (wish.equals("LEAVE_OUT_TYPES") && !server.breaks("B04")) {
            return ALL_BUT_CONDITIONS;
        }
        if (wish.equals("CHOOSE_PARTS")) {
            return "launch/patient patient/Patient.rs patient/Condition.rs"
                    + (server.breaks("B07c") ? "" : "?category=a") + " patient/Observation.rs"
                    + (server.breaks("B07") ? "" : "?category=b");
        }
        return scope;
    }

    void token(Exchange exchange) throws IOException {
        if (exchange.method().equals("OPTIONS")) {
            exchange.with("Access-Control-Allow-Origin", "*")
                    .with("Access-Control-Allow-Headers", "Content-Type")
                    .send(200, "");
            return;
        }
        Optional<String> client = clients.of(exchange);
        if (client.isEmpty()) {
            String error = server.breaks("@251") ? "invalid_request" : "invalid_client";
            exchange.json(401, "{\"error\":\"" + error + "\"}");
            return;
        }
        switch (exchange.form().getOrDefault("grant_type", "")) {
            case "authorization_code" -> code(exchange);
            case "refresh_token" -> refresh(exchange, client.get());
            case "client_credentials" -> answers.toSystem(exchange);
            default -> refuse(exchange, server.breaks("3.2.02") ? 401 : 400);
        }
    }

    private static void refuse(Exchange exchange, int status) throws IOException {
        exchange.json(status, "{\"error\":\"invalid_grant\"}");
    }

    private void code(Exchange exchange) throws IOException {
        Map<String, String> form = exchange.form();
        Grant grant = codes.get(form.get("code"));
        if (grant == null) {
            refuse(exchange, server.breaks("B11") ? 401 : server.breaks("B11c") ? 403 : 400);
            return;
        }
        if (grant.exchanged && !server.breaks("A3.code")) {
            grant.ended |= !server.breaks("A3.code2");
            refuse(exchange, 400);
            return;
        }
        boolean sameAddress = grant.request.get("redirect_uri").equals(form.get("redirect_uri"));
        if (!fits(grant, form.get("code_verifier")) || !(sameAddress || server.breaks("A3.redirect"))) {
            refuse(exchange, 400);
            return;
        }
        grant.exchanged = true;
        String access = UUID.randomUUID() + "-access-token";
        dossier.tokens.put(access, grant);
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, grant);
        answers.toLaunch(exchange, grant, access, refresh);
    }

    private boolean fits(Grant grant, String verifier) {
        String challenge = grant.request.get("code_challenge");
        if (verifier == null) {
            return server.breaks("B12a");
        }
        if (verifier.isEmpty()) {
            return server.breaks("B12b");
        }
        if (verifier.equals(challenge)) {
            return server.breaks("B12d");
        }
        return challenge(verifier).equals(challenge) || server.breaks("B12c");
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refresh(Exchange exchange, String client) throws IOException {
        String token = exchange.form().get("refresh_token");
        Grant grant = refreshTokens.get(token);
        if (grant == null && server.breaks("B13")) {
            exchange.json(200, "{\"access_token\":\"x\"}");
            return;
        }
        boolean own = grant != null && (grant.request.get("client_id").equals(client) || server.breaks("@103"));
        String asked = exchange.form().getOrDefault("scope", "");
        boolean wider = asked.contains("system/");
        if (!own || grant.ended || (wider && !server.breaks("@104"))) {
            refuse(exchange, 400);
            return;
        }
        if (!server.breaks("A3.refresh")) {
            refreshTokens.remove(token);
        }
        grant.refreshed = true;
        String access = UUID.randomUUID() + "-access-token";
        dossier.tokens.put(access, grant);
        String newer = UUID.randomUUID().toString();
        refreshTokens.put(newer, grant);
        answers.toRefresh(exchange, grant, access, newer, asked);
    }

    void introspect(Exchange exchange) throws IOException {
        if (clients.of(exchange).isEmpty() && !server.breaks("@282")) {
            exchange.json(401, "{\"error\":\"invalid_client\"}");
            return;
        }
        Grant grant = dossier.tokens.get(exchange.form().get("token"));
        if (grant == null) {
            exchange.json(
                    server.breaks("4.2.02") ? 400 : 200,
                    "{\"active\":" + server.breaks("4.3.02") + (server.breaks("4.3.02b") ? ",\"exp\":1}" : "}"));
            return;
        }
        exchange.json(server.breaks("4.2.01") ? 500 : 200, answers.said(grant));
    }

    void revoke(Exchange exchange) throws IOException {
        Grant grant = refreshTokens.get(exchange.form().get("token"));
        if (grant != null && !server.breaks("A2.revoke")) {
            grant.ended = true;
        }
        exchange.send(200, "");
    }

    /** What a patient does at the portal: ends all. */
    void withdraw(Exchange exchange) throws IOException {
        if (!server.breaks("B14")) {
            dossier.tokens.values().forEach(grant -> grant.ended = true);
        }
        exchange.send(200, "");
    }
}

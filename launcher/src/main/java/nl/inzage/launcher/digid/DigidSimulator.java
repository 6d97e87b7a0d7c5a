package nl.inzage.launcher.digid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes the place of a bridge to DigiD in the demo: an OpenID Connect provider on this machine where anybody can be
 * anybody. It is in no jar that goes into production.
 */
public final class DigidSimulator implements AutoCloseable {

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final HttpServer server;
    private final SimulatorClient client;
    private final SimulatorPage page;
    private final SimulatorTokens tokens;
    private final Clock clock;
    private final Map<String, PendingCode> codes = new ConcurrentHashMap<>();

    private DigidSimulator(
            HttpServer server, SimulatorClient client, SimulatorPage page, SimulatorTokens tokens, Clock clock) {
        this.server = server;
        this.client = client;
        this.page = page;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Starts it on a port of this machine that nobody on the network can reach. */
    public static DigidSimulator start(int port, SimulatorClient client, List<SimulatedPerson> people, Clock clock)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        DigidSimulator simulator = new DigidSimulator(
                server,
                client,
                new SimulatorPage(List.copyOf(people)),
                new SimulatorTokens("http://localhost:" + port, client.id(), clock),
                clock);
        server.createContext("/authorize", simulator::authorize);
        server.createContext("/token", simulator::token);
        server.createContext("/jwks", exchange -> answer(exchange, 200, "application/json", simulator.tokens.keySet()));
        server.createContext("/stijl.css", exchange -> answer(exchange, 200, "text/css", SimulatorPage.STYLE));
        server.start();
        return simulator;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        boolean choosing = "GET".equals(exchange.getRequestMethod());
        Form form = Form.of(choosing ? exchange.getRequestURI().getRawQuery() : body(exchange));
        if (!client.redirectUri().equals(form.get("redirect_uri"))
                || form.get("state").isEmpty()
                || form.get("code_challenge").isEmpty()) {
            answer(exchange, 400, "text/plain", "Dit verzoek komt niet van de demo.");
        } else if (choosing) {
            answer(exchange, 200, "text/html; charset=utf-8", page.html(form));
        } else {
            String result = form.get("act").equals("stop") ? "error=access_denied" : "code=" + code(form);
            exchange.getResponseHeaders()
                    .add("Location", client.redirectUri() + "?" + result + "&state=" + Form.encoded(form.get("state")));
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
        }
    }

    private String code(Form form) {
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new PendingCode(
                        form.get("bsn"),
                        SimulatedLevel.valueOf(form.get("level")),
                        form.get("nonce"),
                        form.get("code_challenge"),
                        clock.instant().plus(CODE_LIFE)));
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        Form form = Form.of(body(exchange));
        PendingCode code = codes.remove(form.get("code"));
        boolean good = code != null
                && clock.instant().isBefore(code.until())
                && isTheClient(exchange.getRequestHeaders().getFirst("Authorization"))
                && client.redirectUri().equals(form.get("redirect_uri"))
                && code.challenge().equals(challenge(form.get("code_verifier")));
        String json = good
                ? "{\"access_token\":\"-\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                        + tokens.idToken(code) + "\"}"
                : "{\"error\":\"invalid_grant\"}";
        answer(exchange, good ? 200 : 400, "application/json", json);
    }

    private boolean isTheClient(String authorization) {
        byte[] pair = (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8);
        return ("Basic " + Base64.getEncoder().encodeToString(pair)).equals(authorization);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.getResponseHeaders()
                .add("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

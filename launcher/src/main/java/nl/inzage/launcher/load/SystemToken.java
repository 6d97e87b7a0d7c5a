package nl.inzage.launcher.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The access token of a hospital's system (SMART Backend Services): asked for when needed and again well before it
 * expires. The token endpoint is the one that the FHIR server tells.
 */
final class SystemToken {

    private static final Duration MARGIN = Duration.ofSeconds(45);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final HttpClient http;
    private final FhirTarget target;
    private final SystemClientKey key;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private URI tokenEndpoint;
    private String token;
    private Instant renewAt = Instant.MIN;

    SystemToken(HttpClient http, FhirTarget target, SystemClientKey key, Clock clock) {
        this.http = http;
        this.target = target;
        this.key = key;
        this.clock = clock;
    }

    /** A token that still lives for a while. */
    synchronized String current() throws IOException, InterruptedException {
        if (!clock.instant().isBefore(renewAt)) {
            renew();
        }
        return token;
    }

    /** Forgets a token that the server did not accept. */
    synchronized void forget(String refused) {
        if (refused.equals(token)) {
            renewAt = Instant.MIN;
        }
    }

    private void renew() throws IOException, InterruptedException {
        URI endpoint = tokenEndpoint();
        String form = form(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                "system/*.cruds",
                "client_assertion_type",
                ASSERTION_TYPE,
                "client_assertion",
                new ClientAssertion(key, clock).signedFor(endpoint)));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
        Instant asked = clock.instant();
        JsonNode answer = answer(request, "no token for client " + key.clientId());
        token = required(answer, "access_token", endpoint);
        renewAt = asked.plusSeconds(answer.path("expires_in").asLong(60)).minus(MARGIN);
    }

    private URI tokenEndpoint() throws IOException, InterruptedException {
        if (tokenEndpoint == null) {
            URI discovery = target.at("/.well-known/smart-configuration");
            HttpRequest request = HttpRequest.newBuilder(discovery)
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            JsonNode answer = answer(request, "no SMART configuration");
            tokenEndpoint = URI.create(required(answer, "token_endpoint", discovery));
        }
        return tokenEndpoint;
    }

    private JsonNode answer(HttpRequest request, String otherwise) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() == 429 || response.statusCode() >= 500) {
            throw new IOException(request.uri() + " answered " + response.statusCode());
        }
        if (response.statusCode() != 200) {
            throw new TokenRefused(otherwise + ": " + request.uri() + " answered " + response.statusCode() + " "
                    + response.body().strip());
        }
        return json.readTree(response.body());
    }

    private static String required(JsonNode answer, String field, URI from) throws TokenRefused {
        if (!answer.path(field).isTextual()) {
            throw new TokenRefused(from + " tells no " + field);
        }
        return answer.path(field).asText();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package nl.inzage.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A plain HTTP client of the server under test: what it sends and gets is what is on the wire. */
public final class TestClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String fhirUrl;
    private final TestIssuer issuer;

    TestClient(String fhirUrl, TestIssuer issuer) {
        this.fhirUrl = fhirUrl;
        this.issuer = issuer;
    }

    /** An answer as it came. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    /** A caller with one token, or with none. */
    public final class Caller {

        private final String token;

        private Caller(String token) {
            this.token = token;
        }

        public Answer get(String path, String... headers) {
            return send("GET", path, "", headers);
        }

        public Answer post(String path, String body, String... headers) {
            return send("POST", path, body, headers);
        }

        public Answer put(String path, String body, String... headers) {
            return send("PUT", path, body, headers);
        }

        public Answer delete(String path) {
            return send("DELETE", path, "");
        }

        public Answer send(String method, String path, String body, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(path.startsWith("http") ? path : fhirUrl + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                    .setHeader("Content-Type", "application/fhir+json");
            if (!token.isEmpty()) {
                request.setHeader("Authorization", "Bearer " + token);
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            try {
                return new Answer(http.send(request.build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    public Caller anonymous() {
        return new Caller("");
    }

    public Caller with(String token) {
        return new Caller(token);
    }

    /** The EHR of a hospital, allowed everything that a system may be allowed. */
    public Caller ehrOf(String hospital) {
        return new Caller(issuer.systemToken(hospital, "system/*.cruds"));
    }
}

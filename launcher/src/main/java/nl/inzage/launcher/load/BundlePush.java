package nl.inzage.launcher.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends transactions to a FHIR server with a system's token, and tries again when the server is busy or gone. */
final class BundlePush {

    /** A bundle of thousands of entries may take the server minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient http;
    private final FhirTarget target;
    private final SystemToken token;
    private final Backoff backoff;

    BundlePush(HttpClient http, FhirTarget target, SystemToken token, Backoff backoff) {
        this.http = http;
        this.target = target;
        this.token = token;
        this.backoff = backoff;
    }

    /**
     * Sends it, waiting and repeating where that is safe.
     *
     * @throws IOException when the server cannot be reached, or does not let this client in
     */
    Answer push(Payload payload) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            boolean mayBeStored = false;
            try {
                String bearer = token.current();
                mayBeStored = true;
                HttpResponse<InputStream> response = http.send(request(payload, bearer), BodyHandlers.ofInputStream());
                Optional<Answer> answer = understood(payload, response, attempt, bearer);
                if (answer.isPresent()) {
                    return answer.get();
                }
                backoff.pause(attempt, response.headers().firstValue("Retry-After"));
            } catch (TokenRefused e) {
                throw e;
            } catch (IOException e) {
                if (mayBeStored && !isBeforeSending(e) && !payload.repeatable()) {
                    return new Answer.Unsure("the connection was lost after sending: " + e.getMessage());
                }
                if (attempt == Backoff.ATTEMPTS) {
                    throw e;
                }
                backoff.pause(attempt, Optional.empty());
            }
        }
    }

    /** The answer, or nothing if the server should be asked again. */
    private Optional<Answer> understood(Payload payload, HttpResponse<InputStream> response, int attempt, String bearer)
            throws IOException {
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> Optional.of(ResponseBundle.read(body).answer(payload));
                case 401 -> {
                    if (attempt > 1) {
                        throw new TokenRefused(target.base() + " does not accept the token of this client");
                    }
                    token.forget(bearer);
                    yield Optional.empty();
                }
                case 429, 503 ->
                    attempt < Backoff.ATTEMPTS ? Optional.empty() : Optional.of(refused(response.statusCode(), body));
                case 502, 504 -> throw new IOException("a gateway answered " + response.statusCode());
                default -> Optional.of(refused(response.statusCode(), body));
            };
        }
    }

    private static Answer refused(int status, InputStream body) throws IOException {
        return new Answer.Refused(0, List.of(RefusalText.of(status, body)));
    }

    private HttpRequest request(Payload payload, String bearer) {
        return HttpRequest.newBuilder(target.base())
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", payload.mediaType())
                .header("Accept", Payload.JSON)
                .header("Prefer", "return=minimal")
                .POST(payload.body().get())
                .build();
    }

    private static boolean isBeforeSending(IOException e) {
        return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    }
}

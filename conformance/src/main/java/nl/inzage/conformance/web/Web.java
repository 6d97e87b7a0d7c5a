package nl.inzage.conformance.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Sends requests, follows no redirect and keeps no cookie. */
public final class Web {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;

    /** Over https with the certificates that this context trusts. */
    public Web(SSLContext trust) {
        this.client = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** Asks with headers, as name, value, name, value. */
    public Answer get(URI address, String... headers) throws IOException, InterruptedException {
        return send("GET", address, BodyPublishers.noBody(), headers);
    }

    public Answer post(URI address, Form form, String... headers) throws IOException, InterruptedException {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", address, BodyPublishers.ofString(form.encoded()), all);
    }

    /** Asks, as a browser does on behalf of a page, whether a request may be sent. */
    public Answer preflight(URI address, String origin, String method, String header)
            throws IOException, InterruptedException {
        return send(
                "OPTIONS",
                address,
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                method,
                "Access-Control-Request-Headers",
                header);
    }

    private Answer send(String method, URI address, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, body);
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(address, answer.statusCode(), answer.headers(), answer.body());
        } catch (IllegalArgumentException e) {
            throw new IOException("Not an address to ask: " + address, e);
        }
    }
}

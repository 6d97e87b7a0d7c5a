package nl.inzage.auth.client;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * The public keys of a client: registered by value, or fetched from the registered address and never kept longer than
 * its Cache-Control says (SMART 2.2, client-confidential-asymmetric).
 */
@Component
class ClientKeys {

    private static final Pattern MAX_AGE = Pattern.compile("max-age=(?<seconds>[0-9]{1,7})");
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    ClientKeys(Clock clock) {
        this.clock = clock;
    }

    JWKSet of(RegisteredClient client) throws ParseException {
        String byValue = ClientSetting.JWKS.of(client);
        return byValue != null
                ? JWKSet.parse(byValue)
                : fetched(client.getClientSettings().getJwkSetUrl());
    }

    private JWKSet fetched(String address) throws ParseException {
        if (address == null) {
            // Of an app that was withdrawn.
            throw new BadJwtException("The client has no keys");
        }
        Kept known = kept.get(address);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.keys();
        }
        HttpResponse<String> answer = get(address);
        if (answer.statusCode() != 200) {
            throw new BadJwtException("The client's keys could not be fetched");
        }
        JWKSet keys = JWKSet.parse(answer.body());
        kept.put(address, new Kept(keys, clock.instant().plus(lifetime(answer))));
        return keys;
    }

    private HttpResponse<String> get(String address) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BadJwtException("The client's keys could not be fetched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadJwtException("The client's keys could not be fetched", e);
        }
    }

    private static Duration lifetime(HttpResponse<String> answer) {
        String directives = answer.headers().firstValue("Cache-Control").orElse("");
        Matcher age = MAX_AGE.matcher(directives);
        if (directives.contains("no-store") || directives.contains("no-cache") || !age.find()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(age.group("seconds")));
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    private record Kept(JWKSet keys, Instant until) {}
}

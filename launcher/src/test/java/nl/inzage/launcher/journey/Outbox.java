package nl.inzage.launcher.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import nl.inzage.launcher.Addresses;

/** The telephone of a demo person: the newest SMS code that was sent to it. */
public final class Outbox {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final Addresses addresses;
    private final HttpClient client = HttpClient.newHttpClient();

    public Outbox(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The newest code that was sent to a telephone. */
    public String newestCode(String phone) {
        JsonNode messages = messagesTo(phone);
        assertThat(messages).as("messages to %s", phone).isNotEmpty();
        // Newest first; a notice of a login may have come after the code.
        return StreamSupport.stream(messages.spliterator(), false)
                .map(message -> CODE.matcher(message.get("text").asText()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No message to " + phone + " has a code"));
    }

    private JsonNode messagesTo(String phone) {
        URI uri = URI.create(addresses.outbox() + "?to=" + URLEncoder.encode(phone, StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", "application/json").build();
        try {
            String body = client.send(request, BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(body).get("messages");
        } catch (IOException e) {
            throw new IllegalStateException("The outbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

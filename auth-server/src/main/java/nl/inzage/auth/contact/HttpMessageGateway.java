package nl.inzage.auth.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import nl.inzage.auth.settings.AuthSettings;

/** The gateway of INZAGE_SMS_GATEWAY_URL: one POST of JSON a message, answered with 2xx. */
final class HttpMessageGateway implements MessageGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json;
    private final AuthSettings settings;

    HttpMessageGateway(ObjectMapper json, AuthSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    @Override
    public void sendSms(String phone, String text) throws MessageNotSent {
        send(Map.of("channel", "sms", "to", phone, "text", text));
    }

    @Override
    public void sendMail(String address, String subject, String text) throws MessageNotSent {
        send(Map.of("channel", "email", "to", address, "subject", subject, "text", text));
    }

    private void send(Map<String, String> message) throws MessageNotSent {
        HttpRequest request = HttpRequest.newBuilder(settings.smsGatewayUrl())
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + settings.smsGatewayToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(message)))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new MessageNotSent("The message gateway answered " + status);
            }
        } catch (IOException e) {
            throw new MessageNotSent("The message gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessageNotSent("Interrupted while sending", e);
        }
    }

    private String body(Map<String, String> message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }
}

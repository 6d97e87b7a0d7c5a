package nl.inzage.auth.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real HTTP gateway that keeps the messages it is given, and can be told to fail. */
public final class SmsInbox {

    /** The token that the gateway accepts. */
    public static final String TOKEN = "kN4v0pWq7TzR2mXa9LcE5yHb";

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final HttpServer server;
    private final List<Sms> messages = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    private record Sms(String to, String text) {}

    SmsInbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", this::receive);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/sms");
    }

    /** Answers with an error from now on, or no longer. */
    public void fail(boolean fails) {
        failing = fails;
    }

    /** The texts sent to a number or an e-mail address, oldest first, but those of logins: these come when they come. */
    public List<String> texts(String to) {
        return all(to).filter(text -> !tellsOfLogin(text)).toList();
    }

    /** The notices of logins that were sent to a number or an e-mail address. */
    public List<String> loginNotices(String to) {
        return all(to).filter(SmsInbox::tellsOfLogin).toList();
    }

    private Stream<String> all(String to) {
        return messages.stream().filter(sms -> sms.to().equals(to)).map(Sms::text);
    }

    private static boolean tellsOfLogin(String text) {
        return text.contains("is er ingelogd") || text.contains("logged in to your account");
    }

    /** The code in the newest text to a number. */
    public String newestCode(String phone) {
        List<String> texts = texts(phone);
        Matcher matcher = CODE.matcher(texts.get(texts.size() - 1));
        if (!matcher.find()) {
            throw new AssertionError("No code in the text");
        }
        return matcher.group();
    }

    private void receive(HttpExchange exchange) throws IOException {
        boolean allowed =
                ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        JsonNode sms = new ObjectMapper().readTree(exchange.getRequestBody());
        int status = failing ? 500 : allowed && sms.path("channel").asText().matches("sms|email") ? 202 : 401;
        CODE.matcher(sms.path("text").asText()).results().forEach(code -> NoSecretsInLogs.code(code.group()));
        NoSecretsInLogs.guardContact(sms.path("to").asText());
        if (status == 202) {
            messages.add(new Sms(sms.path("to").asText(), sms.path("text").asText()));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}

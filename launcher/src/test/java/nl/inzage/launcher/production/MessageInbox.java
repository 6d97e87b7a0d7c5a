package nl.inzage.launcher.production;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SMS gateway of the proof: it accepts what the authorization server sends and remembers the login code. */
final class MessageInbox implements Closeable {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final HttpServer server;
    private final String token;
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    MessageInbox(String token) throws IOException {
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/messages", this::accept);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/messages");
    }

    String awaitCode(Duration limit) throws InterruptedException {
        String text = texts.poll(limit.toSeconds(), TimeUnit.SECONDS);
        Matcher code = CODE.matcher(text == null ? "" : text);
        if (!code.find()) {
            throw new IllegalStateException("No message with a code of six digits came");
        }
        return code.group();
    }

    private void accept(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known =
                    ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (known) {
                texts.add(new ObjectMapper()
                        .readTree(exchange.getRequestBody())
                        .path("text")
                        .asText());
            }
            exchange.sendResponseHeaders(known ? 202 : 401, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

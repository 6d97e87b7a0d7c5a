package nl.inzage.auth.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Where people come from and go back to: one empty page, whatever is asked. The real portal is in launcher's tests. */
public final class StubPortal {

    private static final byte[] PAGE = "<!DOCTYPE html><title>Portaal</title>".getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server;

    StubPortal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", StubPortal::answer);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Where a login leads. */
    public String redirect() {
        return address() + "/login/smart";
    }

    /** Where a browser app of somebody else is, for its consent page. */
    public String groei() {
        return address() + "/groei";
    }

    /** Where an app of somebody else is opened. */
    public String launch() {
        return address() + "/kompas/start?taal=nl";
    }

    /** Where logging out leads. */
    public String loggedOut() {
        return address() + "/uitgelogd";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean icon = exchange.getRequestURI().getPath().equals("/favicon.ico");
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(icon ? 404 : 200, icon ? -1 : PAGE.length);
        if (!icon) {
            exchange.getResponseBody().write(PAGE);
        }
        exchange.close();
    }
}

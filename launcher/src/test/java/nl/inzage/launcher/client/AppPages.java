package nl.inzage.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves the pages of apps that run in a browser, at the address where they are registered. */
final class AppPages implements AutoCloseable {

    private final URI address;
    private final HttpServer server;

    private AppPages(URI address, HttpServer server) {
        this.address = address;
        this.server = server;
    }

    static AppPages at(URI address) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        server.createContext("/", AppPages::answer);
        server.start();
        return new AppPages(address, server);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = RealClients.FOLDER
                .resolve("." + (path.endsWith("/") ? path + "index.html" : path))
                .normalize();
        try (exchange) {
            if (!file.startsWith(RealClients.FOLDER) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders()
                    .set("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    /** Where a page is. */
    String page(String path) {
        return address.resolve(path).toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

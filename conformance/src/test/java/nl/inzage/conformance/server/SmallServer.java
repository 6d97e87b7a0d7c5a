package nl.inzage.conformance.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A SMART server as small as can be, that does all that is asked but for the requirements that it is told to break. It
 * asks nobody to log in: who comes gets what the header X-Wish says.
 */
public final class SmallServer implements AutoCloseable {

    static final RSAKey SIGNING = rsa("signing");

    /** The key of the asymmetric client and of the system. */
    public static final ECKey CLIENT_KEY = ec("client");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Set<String> broken;

    private SmallServer(HttpServer server, Set<String> broken) {
        this.server = server;
        this.broken = broken;
    }

    /** Starts one that breaks these requirements. */
    public static SmallServer breaking(String... requirements) throws IOException {
        SmallServer small = new SmallServer(
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0),
                Set.of(requirements));
        SaidOfItself documents = new SaidOfItself(small);
        Dossier dossier = new Dossier(small);
        Authorization authorization = new Authorization(small, dossier);
        small.at("/fhir", exchange -> {
            if (!documents.answers(exchange)) {
                dossier.answer(exchange);
            }
        });
        small.at("/.well-known", documents::openId);
        small.at(
                "/jwks",
                exchange -> exchange.json(
                        200,
                        small.breaks("1.3.04") || small.breaks("2.3.04")
                                ? "{\"keys\":[]}"
                                : new JWKSet(SIGNING).toString()));
        small.at("/authorize", authorization::authorize);
        small.at("/token", authorization::token);
        small.at("/introspect", authorization::introspect);
        small.at("/revoke", authorization::revoke);
        small.at("/withdraw", authorization::withdraw);
        small.at("/page", exchange -> exchange.with("Content-Type", "text/html").send(200, "<p>Hello"));
        small.server.setExecutor(small.threads);
        small.server.start();
        return small;
    }

    private interface Route {
        void answer(Exchange exchange) throws IOException;
    }

    private void at(String path, Route route) {
        server.createContext(path, exchange -> {
            try {
                route.answer(new Exchange(exchange));
            } catch (RuntimeException e) {
                e.printStackTrace();
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
            }
        });
    }

    boolean breaks(String requirement) {
        return broken.contains(requirement);
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public URI base() {
        return URI.create(issuer() + "/fhir");
    }

    /** The query with which its portal launches an app. */
    public String launch() {
        return "?iss=" + (breaks("2.2.01") ? "https://other.example/fhir" : base())
                + (breaks("2.2.02") ? "" : "&launch=l1");
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String id) {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

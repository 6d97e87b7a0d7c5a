package nl.inzage.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The product's FHIR server as it is in production, with both doors. */
final class Product implements AutoCloseable {

    private final Server server;
    private final String url;

    private Product(Server server, String url) {
        this.server = server;
        this.url = url;
    }

    static Product start(Settings settings, Postgres postgres, Issuer issuer) throws IOException, InterruptedException {
        int port = Server.freePort();
        int management = Server.freePort();
        String url = "http://127.0.0.1:" + port;
        Server server = Server.start(
                settings.home().resolve(settings.product()),
                "nl.inzage.fhir.FhirServerApplication",
                settings.work(),
                Map.of(
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "INZAGE_FHIR_PORT",
                        Integer.toString(port),
                        "INZAGE_FHIR_MANAGEMENT_PORT",
                        Integer.toString(management),
                        "INZAGE_FHIR_URL",
                        url,
                        "INZAGE_ISSUER",
                        issuer.issuer(),
                        "INZAGE_DB_URL",
                        postgres.url("ours"),
                        "INZAGE_INTROSPECTION_SECRET",
                        Postgres.PASSWORD,
                        "INZAGE_FHIR_DB_PASSWORD",
                        Postgres.PASSWORD,
                        "INZAGE_READER_DB_PASSWORD",
                        Postgres.PASSWORD),
                settings.options(),
                URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"));
        return new Product(server, url);
    }

    String url() {
        return url;
    }

    URI ehr() {
        return URI.create(url + "/ehr");
    }

    URI fhir() {
        return URI.create(url + "/fhir");
    }

    long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        server.close();
    }
}

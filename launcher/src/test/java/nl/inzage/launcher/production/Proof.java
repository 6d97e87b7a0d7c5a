package nl.inzage.launcher.production;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Proves the production shape without Docker: the three executable jars with the environment of docker-compose.yml,
 * against a PostgreSQL that was started apart. Run by deploy/prove-without-docker.
 */
final class Proof implements Closeable {

    private static final Map<String, List<String>> SECRETS = new TreeMap<>(Map.of(
            "fhir-server",
                    List.of("INZAGE_FHIR_DB_PASSWORD", "INZAGE_READER_DB_PASSWORD", "INZAGE_INTROSPECTION_SECRET"),
            "auth-server", List.of("INZAGE_AUTH_DB_PASSWORD", "INZAGE_SMS_GATEWAY_TOKEN"),
            "portal-app", List.of("INZAGE_PORTAL_DB_PASSWORD", "INZAGE_PORTAL_CLIENT_SECRET")));

    private final Path home;
    private final Path folder;
    private final Clock clock;
    private final Map<String, String> managementPorts = new TreeMap<>();
    private final Deque<Closeable> started = new ArrayDeque<>();
    private ComposeFile compose;
    private SeparatePostgres postgres;

    private Proof(Path home, Path folder, Clock clock) {
        this.home = home;
        this.folder = folder;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("inzage-proof");
        try (Proof proof = new Proof(Path.of(arguments[0]).toAbsolutePath(), folder, Clock.systemUTC())) {
            proof.run();
        } catch (Exception e) {
            say("FAILED; the logs are in " + folder);
            throw e;
        }
        say("all of it holds");
    }

    private void run() throws Exception {
        HospitalSystem hospital = new HospitalSystem(clock);
        OperatorSettings settings = OperatorSettings.fresh();
        settings.writeFiles(home, folder, hospital);
        MessageInbox inbox = keep(new MessageInbox(settings.values().get("INZAGE_SMS_GATEWAY_TOKEN")));
        settings.values().put("INZAGE_SMS_GATEWAY_URL", inbox.address().toString());
        compose = new ComposeFile(home.resolve("docker-compose.yml"), settings.values());
        for (String app : SECRETS.keySet()) {
            managementPorts.put(app, OperatorSettings.freePort());
        }
        postgres = keep(SeparatePostgres.start(home, folder, settings.passwords()));
        say("PostgreSQL is up, " + postgres.rolesMadeBy());
        for (var app : SECRETS.entrySet()) {
            refuse(app.getKey(), app.getValue().get(0), "");
            refuse(app.getKey(), app.getValue().get(1), "changeme");
            refuse(app.getKey(), app.getValue().get(1), "change-me-change-me-change-me");
        }
        startApps();
        hospital.push(HttpClient.newHttpClient(), settings.issuer(), settings.fhir(), dossier());
        say("a hospital's system pushed a dossier");
        new LoginJourney(settings.portal(), inbox).walk();
        say("a patient logged in, saw the released result and not the other one, and logged out");
    }

    private void refuse(String app, String variable, String value) throws IOException, InterruptedException {
        Map<String, String> environment = environment(app);
        environment.put(variable, value);
        try (JarProcess process = start(app, environment)) {
            int exit = process.awaitEnd();
            String output = process.output();
            boolean repeated = !value.isEmpty() && output.contains(value);
            if (exit == 0 || !output.contains(variable) || repeated) {
                throw new IllegalStateException(
                        app + " with " + variable + "='" + value + "' ended with " + exit + " and said:\n" + output);
            }
        }
        say(app + " refuses to start with " + variable + (value.isEmpty() ? " missing" : "=" + value));
    }

    private void startApps() throws IOException, InterruptedException {
        Map<String, JarProcess> apps = new TreeMap<>();
        for (String app : SECRETS.keySet()) {
            apps.put(app, keep(start(app, environment(app))));
        }
        HttpClient client = HttpClient.newHttpClient();
        for (var app : apps.entrySet()) {
            app.getValue().awaitReady(client, managementPorts.get(app.getKey()));
            say(app.getKey() + " is ready");
        }
    }

    private JarProcess start(String app, Map<String, String> environment) throws IOException {
        Path jar = home.resolve(app + "/target/" + app + "-0.1.0.jar");
        return JarProcess.start(app, jar, compose.memoryInMegabytes(app), environment, folder);
    }

    /** The compose file's, but for the ports that a container has to itself. */
    private Map<String, String> environment(String app) {
        Map<String, String> environment = compose.environment(app);
        environment.put("INZAGE_DB_URL", postgres.jdbcUrl());
        environment.replaceAll((name, value) -> name.endsWith("_MANAGEMENT_PORT") ? managementPorts.get(app) : value);
        return environment;
    }

    private String dossier() throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return OperatorSettings.resource("dossier.json")
                .replace("{long ago}", now.minus(Duration.ofDays(60)).toString())
                .replace("{yesterday}", now.minus(Duration.ofDays(1)).toString());
    }

    private <T extends Closeable> T keep(T part) {
        started.push(part);
        return part;
    }

    private static void say(String sentence) {
        System.out.println("proof: " + sentence);
    }

    @Override
    public void close() throws IOException {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}

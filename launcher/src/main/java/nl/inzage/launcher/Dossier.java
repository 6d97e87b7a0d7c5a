package nl.inzage.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.inzage.database.EmbeddedDatabase;
import nl.inzage.database.RolePasswords;

/** A dossier with all its processes: the database and the three apps, started and stopped together. */
final class Dossier implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Path home;
    private final DataFolder data;
    private final Ports ports;
    private final Steps steps;
    private final Leftovers leftovers;
    private final List<AppProcess> apps = new ArrayList<>();
    private EmbeddedDatabase database;
    private boolean closed;
    private volatile boolean stopping;

    /**
     * Starts nothing yet.
     *
     * @param home the folder of the checkout, where Maven built the apps
     */
    Dossier(Path home, DataFolder data, Ports ports, Steps steps) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.steps = steps;
        this.leftovers = new Leftovers(data.path());
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @throws StartRefused when a part cannot start; the caller closes what had started
     */
    void start(StartFiles files) throws StartRefused, IOException, InterruptedException {
        leftovers.end();
        ports.requireFree();
        Secrets secrets = Secrets.in(data.path());
        steps.tell("starting PostgreSQL");
        startDatabase(secrets);
        steps.tell("starting the FHIR server, the authorization server and the portal");
        Map<String, String> environment = new AppEnvironment(ports, secrets, database.jdbcUrl(), files).variables();
        for (App app : List.of(App.authServer(ports), App.fhirServer(ports), App.portal(ports))) {
            startApp(app, environment);
        }
        HttpClient client = HttpClient.newHttpClient();
        for (AppProcess app : apps) {
            app.awaitReady(client, START_LIMIT);
            steps.tell("the " + app.name() + " is ready");
        }
    }

    private synchronized void startDatabase(Secrets secrets) throws StartRefused {
        refuseWhenClosed();
        try {
            database = EmbeddedDatabase.start(
                    data.database(),
                    ports.database(),
                    new RolePasswords(
                            secrets.get("INZAGE_FHIR_DB_PASSWORD"),
                            secrets.get("INZAGE_READER_DB_PASSWORD"),
                            secrets.get("INZAGE_AUTH_DB_PASSWORD"),
                            secrets.get("INZAGE_PORTAL_DB_PASSWORD")));
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused("PostgreSQL could not start on " + data.database() + ": " + e.getMessage(), e);
        }
    }

    private synchronized void startApp(App app, Map<String, String> environment) throws StartRefused, IOException {
        refuseWhenClosed();
        apps.add(AppProcess.start(app, home, data, environment));
        List<ProcessHandle> processes = new ArrayList<>();
        apps.forEach(started -> processes.add(started.handle()));
        new Postmaster(data.database()).process().ifPresent(processes::add);
        leftovers.remember(processes);
    }

    private void refuseWhenClosed() throws StartRefused {
        if (closed) {
            throw new StartRefused("The start was interrupted.");
        }
    }

    /** Waits until one of the apps ends by itself, and tells which; nothing when the dossier is being stopped. */
    Optional<String> awaitEndOfAnApp() throws InterruptedException {
        while (!stopping) {
            for (AppProcess app : apps) {
                if (!app.handle().isAlive() && !stopping) {
                    return Optional.of(app.name());
                }
            }
            Thread.sleep(500);
        }
        return Optional.empty();
    }

    Addresses addresses() {
        return Addresses.of(ports);
    }

    /** Stops the apps, then the database, also in the middle of a start; a second call does nothing. */
    @Override
    public void close() throws IOException {
        stopping = true;
        closeOnce();
    }

    private synchronized void closeOnce() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        apps.forEach(app -> app.handle().destroy());
        try {
            for (AppProcess app : apps) {
                app.stop(STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (database != null) {
                database.close();
                leftovers.forget();
            }
        }
    }
}

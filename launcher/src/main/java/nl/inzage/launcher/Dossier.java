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

/** A running dossier: the database and the three apps, started and stopped together. */
final class Dossier implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(300);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final EmbeddedDatabase database;
    private final List<AppProcess> apps = new ArrayList<>();
    private final Leftovers leftovers;
    private boolean closed;

    private Dossier(EmbeddedDatabase database, Leftovers leftovers) {
        this.database = database;
        this.leftovers = leftovers;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @param home the folder of the checkout, where Maven built the apps
     * @throws StartRefused when a part cannot start; what had started is stopped again
     */
    static Dossier start(Path home, DataFolder data, Ports ports, StartFiles files, Steps steps)
            throws StartRefused, IOException, InterruptedException {
        Leftovers leftovers = new Leftovers(data.path());
        leftovers.end();
        ports.requireFree();
        Secrets secrets = Secrets.in(data.path());
        steps.tell("starting PostgreSQL");
        Dossier dossier = new Dossier(database(data, ports, secrets), leftovers);
        try {
            AppEnvironment environment = new AppEnvironment(
                    ports,
                    Addresses.of(ports),
                    secrets,
                    dossier.database.jdbcUrl(),
                    files.clients(),
                    files.accounts());
            dossier.startApps(home, data, ports, environment.variables(), steps);
            return dossier;
        } catch (StartRefused | IOException | InterruptedException | RuntimeException e) {
            dossier.close();
            throw e;
        }
    }

    private static EmbeddedDatabase database(DataFolder data, Ports ports, Secrets secrets) throws StartRefused {
        try {
            return EmbeddedDatabase.start(
                    data.database(),
                    ports.database(),
                    new RolePasswords(
                            secrets.get("INZAGE_FHIR_DB_PASSWORD"),
                            secrets.get("INZAGE_READER_DB_PASSWORD"),
                            secrets.get("INZAGE_AUTH_DB_PASSWORD"),
                            secrets.get("INZAGE_PORTAL_DB_PASSWORD")));
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused(
                    "PostgreSQL could not start on " + data.database() + ": " + e.getMessage()
                            + " (is the disk full, or the folder made by another version?).",
                    e);
        }
    }

    private void startApps(Path home, DataFolder data, Ports ports, Map<String, String> environment, Steps steps)
            throws StartRefused, IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        steps.tell("starting the FHIR server, the authorization server and the portal");
        for (App app : List.of(App.fhirServer(ports), App.authServer(ports), App.portal(ports))) {
            apps.add(AppProcess.start(app, home, data, environment));
            rememberProcesses(data);
        }
        for (int last = apps.size() - 1; last >= 0; last--) {
            apps.get(last).awaitReady(client, START_LIMIT);
            steps.tell("the " + apps.get(last).name() + " is ready");
        }
    }

    private void rememberProcesses(DataFolder data) throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        apps.forEach(app -> processes.add(app.handle()));
        Optional<ProcessHandle> postmaster = new Postmaster(data.database()).process();
        postmaster.ifPresent(processes::add);
        leftovers.remember(processes);
    }

    /** Waits until one of the apps ends by itself, which it should not; tells which. */
    String awaitEndOfAnApp() throws InterruptedException {
        while (true) {
            for (AppProcess app : apps) {
                if (!app.handle().isAlive()) {
                    return app.name();
                }
            }
            Thread.sleep(500);
        }
    }

    /** Stops the apps, then the database; a second call does nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            for (AppProcess app : apps) {
                app.handle().destroy();
            }
            for (AppProcess app : apps) {
                app.stop(STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            database.close();
            leftovers.forget();
        }
    }
}

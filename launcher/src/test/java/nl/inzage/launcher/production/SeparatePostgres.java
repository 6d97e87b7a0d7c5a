package nl.inzage.launcher.production;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import nl.inzage.database.EmbeddedDatabase;
import nl.inzage.database.RolePasswords;

/** A PostgreSQL of this run alone, in its own folder; no other server is looked at. */
record SeparatePostgres(EmbeddedDatabase server, String rolesMadeBy) implements Closeable {

    /** Starts it; where psql is installed, the roles are made by the script that the container runs. */
    static SeparatePostgres start(Path home, Path folder, RolePasswords passwords)
            throws IOException, SQLException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        boolean psql = run(new ProcessBuilder("psql", "--version"));
        RolePasswords first = psql ? new RolePasswords("other", "other", "other", "other") : passwords;
        EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), port, first);
        if (psql && !run(rolesScript(home, server.jdbcUrl(), passwords))) {
            server.close();
            throw new IllegalStateException("deploy/postgres/roles.sh failed");
        }
        requirePasswords(folder.resolve("database/pg_hba.conf"), server.jdbcUrl());
        return new SeparatePostgres(server, psql ? "roles by deploy/postgres/roles.sh" : "roles by roles.sql");
    }

    /** The embedded server trusts everybody on this machine; the container of the compose file does not. */
    private static void requirePasswords(Path rules, String jdbcUrl) throws IOException, SQLException {
        try (Connection superuser = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement statement = superuser.createStatement()) {
            Files.writeString(rules, Files.readString(rules).replaceAll("\\btrust\\b", "scram-sha-256"));
            statement.execute("select pg_reload_conf()");
        }
    }

    private static ProcessBuilder rolesScript(Path home, String jdbcUrl, RolePasswords passwords) {
        ProcessBuilder script =
                new ProcessBuilder(home.resolve("deploy/postgres/roles.sh").toString());
        URI address = URI.create(jdbcUrl.substring("jdbc:".length()));
        script.environment().put("PGHOST", "localhost");
        script.environment().put("PGPORT", Integer.toString(address.getPort()));
        script.environment()
                .put(
                        "INZAGE_ROLES_SQL",
                        home.resolve("database/src/main/resources/nl/inzage/database/roles.sql")
                                .toString());
        script.environment().put("INZAGE_FHIR_DB_PASSWORD", passwords.fhir());
        script.environment().put("INZAGE_READER_DB_PASSWORD", passwords.reader());
        script.environment().put("INZAGE_AUTH_DB_PASSWORD", passwords.auth());
        script.environment().put("INZAGE_PORTAL_DB_PASSWORD", passwords.portal());
        return script.redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static boolean run(ProcessBuilder command) throws InterruptedException {
        try {
            Process process =
                    command.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    String jdbcUrl() {
        return server.jdbcUrl();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

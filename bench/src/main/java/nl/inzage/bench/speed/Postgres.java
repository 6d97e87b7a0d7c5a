package nl.inzage.bench.speed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One database server for both sides, as durable as in production, that counts statements. */
final class Postgres implements AutoCloseable {

    /** The password of each role of this run. */
    static final String PASSWORD = "of-the-benchmark-on-loopback-only";

    private final EmbeddedPostgres server;
    private final Path folder;

    private Postgres(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static Postgres start(Path folder) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
        return new Postgres(server, folder);
    }

    /** Makes a database when it is not there. */
    void make(String name, String script) throws SQLException {
        if (!text("postgres", "select datname from pg_database where datname = '" + name + "'")
                .isEmpty()) {
            return;
        }
        execute("postgres", "create database " + name);
        execute(name, "create extension pg_stat_statements");
        execute(name, script);
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first value of the first row; empty when there is none. */
    String text(String database, String sql) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getString(1) : "";
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

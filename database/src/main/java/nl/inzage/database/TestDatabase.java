package nl.inzage.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;

/**
 * The one test fixture for PostgreSQL: a fresh database with all roles and schemas, in a container where a Docker
 * engine answers and in the embedded server otherwise. In tests the password of a role is its name.
 */
public final class TestDatabase implements AutoCloseable {

    /** In tests the password of a role is its name. */
    public static final RolePasswords PASSWORDS =
            new RolePasswords("inzage_fhir", "inzage_reader", "inzage_auth", "inzage_portal");

    private final Server server;
    private final String name;

    private TestDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A database that nobody else uses, on a server that this JVM starts once and that ends with it. */
    public static TestDatabase fresh() {
        Server server = ServerOfThisJvm.SERVER;
        String name = "inzage_" + UUID.randomUUID().toString().replace("-", "");
        try {
            server.execute("create database " + name);
            PGSimpleDataSource superuser = new PGSimpleDataSource();
            superuser.setUrl(server.url(name));
            superuser.setUser(server.user());
            superuser.setPassword(server.password());
            new Roles(PASSWORDS).createIn(superuser);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be made", e);
        }
        return new TestDatabase(server, name);
    }

    /** The JDBC URL without user and password. */
    public String jdbcUrl() {
        return server.url(name);
    }

    /** A connection that may do everything, to look behind the apps. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), server.user(), server.password());
    }

    @Override
    public void close() throws SQLException {
        server.execute("drop database if exists " + name + " with (force)");
    }

    private record Server(String base, String user, String password) {

        static Server start() {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                @SuppressWarnings("resource") // Testcontainers removes the container when this JVM ends.
                PostgreSQLContainer<?> container = new PostgreSQLContainer<>("postgres:17");
                container.start();
                LoggerFactory.getLogger(TestDatabase.class).info("PostgreSQL for tests: a container");
                return new Server(
                        "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/",
                        container.getUsername(),
                        container.getPassword());
            }
            try {
                EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setLocaleConfig("encoding", "UTF-8")
                        .start();
                LoggerFactory.getLogger(TestDatabase.class).info("PostgreSQL for tests: the embedded server");
                return new Server("jdbc:postgresql://localhost:" + embedded.getPort() + "/", "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String url(String database) {
            return base + database;
        }

        void execute(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url("postgres"), user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** Started on first use and shared: one server a JVM is what makes a fresh database cost milliseconds. */
    private static final class ServerOfThisJvm {
        static final Server SERVER = Server.start();
    }
}

package nl.inzage.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import nl.inzage.database.RolePasswords;
import nl.inzage.database.Roles;
import nl.inzage.database.TestDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What an operator would set, for a server on free ports with a database of its own. */
public class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final RolePasswords PASSWORDS = new RolePasswords(
            "fhir-role-in-the-tests-only",
            "reader-role-in-the-tests-only",
            "auth-role-in-the-tests-only",
            "portal-role-in-the-tests-only");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = freePort();
        String fhirUrl = "http://localhost:" + port;
        TestIssuer issuer = TestIssuer.startFor(fhirUrl);
        TestDatabase database = database();
        context.getBeanFactory().registerSingleton("testIssuer", issuer);
        context.getBeanFactory().registerSingleton("testDatabase", database);
        context.getBeanFactory().registerSingleton("testClient", new TestClient(fhirUrl, issuer));
        TestPropertyValues.of(
                        "server.port=" + port,
                        "management.server.port=0",
                        "inzage.db-url=" + database.jdbcUrl(),
                        "inzage.fhir-db-password=" + PASSWORDS.fhir(),
                        "inzage.reader-db-password=" + PASSWORDS.reader(),
                        "inzage.fhir-url=" + fhirUrl,
                        // Tests change rows by hand, and call for the comparison themselves.
                        "inzage.reconcile-every=P1000D",
                        "inzage.reconcile-share=1",
                        "inzage.introspection-secret=" + TestIssuer.INTROSPECTION_SECRET,
                        "inzage.issuer=" + issuer.issuer())
                .applyTo(context);
    }

    // Dropped with the server at the end of this JVM, after the context that still uses it.
    private static TestDatabase database() {
        TestDatabase database = TestDatabase.fresh();
        try (Connection superuser = database.superuser()) {
            new Roles(PASSWORDS).createIn(new SingleConnectionDataSource(superuser, true));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

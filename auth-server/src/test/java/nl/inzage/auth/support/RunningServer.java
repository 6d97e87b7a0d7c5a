package nl.inzage.auth.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.inzage.auth.AuthServerApplication;
import nl.inzage.auth.account.Passwords;
import nl.inzage.auth.desk.CredentialsMail;
import nl.inzage.auth.dossier.Dossier;
import nl.inzage.auth.dossier.OpenDossiers;
import nl.inzage.auth.login.Barrier;
import nl.inzage.database.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole server on a port of its own, with PostgreSQL, an SMS gateway and just enough FHIR. One for all tests. */
public final class RunningServer {

    private static final String DB_PASSWORD = "w8Gd2RfJ6sKp1VnQ4tYx7ZbM";

    private final URI issuer;
    private final SmsInbox sms;
    private final FhirStub fhir;
    private final DigidStub digid;
    private final StubPortal portal;
    private final TestDatabase database;
    private final MovableClock clock = new MovableClock();
    private final CountedWork work = new CountedWork();
    private final Map<String, List<Dossier>> lent = new ConcurrentHashMap<>();
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private final Path folder;
    private final ConfigurableApplicationContext context;

    private RunningServer() {
        try {
            sms = new SmsInbox();
            fhir = new FhirStub();
            digid = new DigidStub();
            portal = new StubPortal();
            People.all().forEach((identifier, id) -> fhir.knows(identifier, id));
            fhir.publishKeys(TestKeys.rsaKeySet());
            database = TestDatabase.fresh();
            givePassword();
            int port = freePort();
            issuer = URI.create("http://localhost:" + port);
            folder = Files.createTempDirectory("inzage-auth");
            context = start(port, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server that this JVM starts once. */
    public static RunningServer shared() {
        return OfThisJvm.SERVER;
    }

    public URI issuer() {
        return issuer;
    }

    public SmsInbox sms() {
        return sms;
    }

    public FhirStub fhir() {
        return fhir;
    }

    public DigidStub digid() {
        return digid;
    }

    public StubPortal portal() {
        return portal;
    }

    /** The {@code aud} of people's tokens. */
    public String narrowDoor() {
        return fhir.base() + "/fhir";
    }

    /** What the answers of this server took. */
    public CountedWork work() {
        return work;
    }

    /** The time as this server sees it. */
    public MovableClock clock() {
        return clock;
    }

    /** Blocks somebody, or no longer. */
    public void block(People person, boolean blocks) {
        if (blocks) {
            blocked.add(person.username());
        } else {
            blocked.remove(person.username());
        }
    }

    /** Lets the account of this name open the dossiers of these patients as well, besides the own one. */
    public void lend(String username, String... patients) {
        lent.put(
                username,
                Stream.of(patients).map(patient -> new Dossier(patient, false)).toList());
    }

    private ConfigurableApplicationContext start(int port, Map<String, String> more) throws IOException {
        SpringApplication application = new SpringApplication(AuthServerApplication.class);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
            beans.getBeanFactory().addBeanPostProcessor(work);
            beans.registerBean("countedPasswords", Passwords.class, work::passwords, bean -> bean.setPrimary(true));
            beans.registerBean(
                    "lentByATest",
                    OpenDossiers.class,
                    () -> account -> lent.getOrDefault(account.username(), List.of()));
            beans.registerBean(
                    "blockedByATest", Barrier.class, () -> (account, means) -> blocked.contains(account.username()));
        });
        Map<String, String> settings = settings(port, freePort());
        settings.putAll(more);
        return application.run(settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new));
    }

    /** What the server answers to, pages and forms. */
    public RequestMappingHandlerMapping mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Another node of the same installation, its own process in all but name, with some settings of its own. */
    public ConfigurableApplicationContext secondNode(Map<String, String> settings) {
        try {
            return start(freePort(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a node is. */
    public static URI addressOf(ConfigurableApplicationContext node) {
        return URI.create("http://localhost:" + node.getEnvironment().getProperty("local.server.port"));
    }

    /** The database behind the server's back, as one who may do everything. */
    public DataSource behind() {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return database.superuser();
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }

    /** Looks or changes something behind the server's back. */
    public int sql(String statement) {
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("set search_path = auth");
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody failed before, and nobody got a code today. */
    public void forgetAttempts() {
        sql("delete from login_attempts; delete from contact_day");
    }

    /** How many rows there are: a table and perhaps a condition. */
    public int count(String from) {
        return Integer.parseInt(text("select count(*) from " + from));
    }

    /** Lets the mails with credentials that wait go now. */
    public void mailCredentials() {
        sql("update credentials_mail set next_try_at = now()");
        bean(CredentialsMail.class).sendDue();
    }

    /** The one text that a question to the database has for an answer. */
    public String text(String query) {
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("set search_path = auth");
            try (ResultSet rows = sql.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void givePassword() throws SQLException {
        try (Connection connection = database.superuser();
                Statement sql = connection.createStatement()) {
            sql.execute("alter role inzage_auth password '" + DB_PASSWORD + "'");
        }
    }

    private Map<String, String> settings(int port, int management) throws IOException {
        Path clients = Files.writeString(folder.resolve("clients.yaml"), TestClients.yaml(fhir.keysAddress(), portal));
        Path accounts = Files.writeString(folder.resolve("accounts.yaml"), People.yaml());
        Path connections = Files.writeString(folder.resolve("digid.yaml"), digid.yaml());
        return new LinkedHashMap<>(Map.ofEntries(
                Map.entry("spring.profiles.active", "demo"),
                Map.entry("INZAGE_AUTH_PORT", "" + port),
                Map.entry("INZAGE_AUTH_MANAGEMENT_PORT", "" + management),
                Map.entry("INZAGE_ISSUER", issuer.toString()),
                Map.entry("INZAGE_FHIR_URL", fhir.base().toString()),
                Map.entry("INZAGE_PORTAL_URL", portal.address()),
                Map.entry("INZAGE_DB_URL", database.jdbcUrl()),
                Map.entry("INZAGE_AUTH_DB_PASSWORD", DB_PASSWORD),
                Map.entry("INZAGE_AUTH_ENCRYPTION_KEY", "q2Wc8RtY5uPz1LxN7vKs3JhD"),
                Map.entry("INZAGE_PORTAL_CLIENT_SECRET", TestClients.PORTAL_SECRET),
                Map.entry("INZAGE_INTROSPECTION_SECRET", TestClients.INTROSPECTION_SECRET),
                Map.entry("INZAGE_CLIENTS_FILE", clients.toString()),
                Map.entry("INZAGE_ACCOUNTS_FILE", accounts.toString()),
                Map.entry("INZAGE_DIGID_FILE", connections.toString()),
                Map.entry("INZAGE_DIGID_CLIENT_SECRET", DigidStub.SECRET),
                Map.entry("INZAGE_SMS_GATEWAY_URL", sms.address().toString()),
                Map.entry("INZAGE_SMS_GATEWAY_TOKEN", SmsInbox.TOKEN),
                // All tests come from one address.
                Map.entry("INZAGE_LIMIT_SOURCE", "1000000"),
                Map.entry("INZAGE_LIMIT_ALL", "1000000"),
                Map.entry("test.management", "" + management)));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where the health of the server is told. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("test.management"));
    }

    private static final class OfThisJvm {
        static final RunningServer SERVER = new RunningServer();
    }
}

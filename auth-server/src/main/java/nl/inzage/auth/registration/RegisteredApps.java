package nl.inzage.auth.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.inzage.auth.client.ClientEntry;
import nl.inzage.auth.client.Clients;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The apps that developers registered: a client each, with what hospitals judge beside it. */
@Repository
public class RegisteredApps {

    /** How each app is read; {@link #read} makes one of a row. */
    static final String SELECT =
            """
            select a.*, c.name, c.redirect_uris, c.origins, c.scopes, c.jwks
            from developer_app a join client c on c.client_id = a.client_id\s""";

    private final JdbcClient database;
    private final Clients clients;
    private final Clock clock;

    RegisteredApps(JdbcClient database, Clients clients, Clock clock) {
        this.database = database;
        this.clients = clients;
        this.clock = clock;
    }

    /** An app by its client id; nothing for the operator's, and for ids that nobody has. */
    public Optional<RegisteredApp> byId(String clientId) {
        return clientId.indexOf('\0') >= 0 ? Optional.empty() : one("where a.client_id = :id", clientId);
    }

    /** The same, and nobody else changes or judges it until the transaction ends. */
    public Optional<RegisteredApp> hold(String clientId) {
        return clientId.indexOf('\0') >= 0
                ? Optional.empty()
                : one("where a.client_id = :id for no key update", clientId);
    }

    /** Lets nobody else of a hospital approve an app until the transaction ends. */
    void holdNames(HospitalId hospital) {
        database.sql("select pg_advisory_xact_lock(hashtext(:names))")
                .param("names", "app names of " + hospital)
                .query(rows -> {});
    }

    private Optional<RegisteredApp> one(String which, String clientId) {
        return database.sql(SELECT + which)
                .param("id", clientId)
                .query(RegisteredApps::read)
                .optional();
    }

    /** The apps of a developer that are not withdrawn, oldest first. */
    public List<RegisteredApp> of(UUID developer) {
        return database.sql(
                        SELECT
                                + "where a.developer_id = :developer and withdrawn_at is null order by registered_at, client_id")
                .param("developer", developer)
                .query(RegisteredApps::read)
                .list();
    }

    /** The apps with a name that looks like this one, by {@link AppName#key}. */
    List<RegisteredApp> named(String key) {
        return database.sql(SELECT + "where a.name_key = :key and withdrawn_at is null")
                .param("key", key)
                .query(RegisteredApps::read)
                .list();
    }

    /** The names of the operator's clients. */
    List<String> namesOfOperator() {
        return database.sql(
                        """
                        select name from client c
                        where not exists (select from developer_app a where a.client_id = c.client_id)""")
                .query(String.class)
                .list();
    }

    /** Adds an app in its first version. */
    public void add(
            String clientId, UUID developer, AppFacts facts, Optional<String> secretHash, Optional<String> jwks) {
        clients.keep(entry(clientId, facts, secretHash, jwks));
        database.sql(
                        """
                        insert into developer_app (client_id, developer_id, kind, organisation, website, purpose,
                          name_key, registered_at)
                        values (:client, :developer, :kind, :organisation, :website, :purpose, :key, :now)""")
                .param("client", clientId)
                .param("developer", developer)
                .param("kind", facts.kind().word())
                .param("organisation", facts.organisation())
                .param("website", facts.website())
                .param("purpose", facts.purpose())
                .param("key", AppName.key(facts.name()))
                .param("now", now())
                .update();
    }

    /** Makes a new version, which nobody has judged; the app keeps its secret. */
    public void change(RegisteredApp app, AppFacts facts, Optional<String> secretHash, Optional<String> jwks) {
        clients.keep(entry(app.clientId(), facts, secretHash, jwks));
        database.sql(
                        """
                        update developer_app set organisation = :organisation, website = :website,
                          purpose = :purpose, name_key = :key, version = version + 1 where client_id = :client""")
                .param("client", app.clientId())
                .param("organisation", facts.organisation())
                .param("website", facts.website())
                .param("purpose", facts.purpose())
                .param("key", AppName.key(facts.name()))
                .update();
    }

    /** Other keys of the same app: no hospital judges these. */
    public void keepKeys(String clientId, String jwks) {
        set(clientId, "update client set jwks = :value where client_id = :client", jwks);
    }

    public void keepSecret(String clientId, String secretHash) {
        set(clientId, "update client set secret_hash = :value where client_id = :client", secretHash);
    }

    /** Puts the app as it is now before the administrators. */
    public void ask(String clientId) {
        database.sql(
                        """
                        update developer_app set asked_version = version, asked_at = :now where client_id = :client""")
                .param("client", clientId)
                .param("now", now())
                .update();
        keepVersion(clientId);
    }

    /** Ends an app for good; its rows stay, for what was decided about it. */
    public void withdraw(String clientId) {
        database.sql("update developer_app set withdrawn_at = coalesce(withdrawn_at, :now) where client_id = :client")
                .param("client", clientId)
                .param("now", now())
                .update();
        database.sql("update client set origins = '{}', secret_hash = null, jwks = null where client_id = :client")
                .param("client", clientId)
                .update();
    }

    /** What was put before the administrators stays to be read, whatever becomes of the app. */
    private void keepVersion(String clientId) {
        database.sql(
                        """
                        insert into app_version select a.client_id, a.version,
                          (to_jsonb(c) - 'secret_hash') || (to_jsonb(a) - 'developer_id'), :now
                        from developer_app a join client c on c.client_id = a.client_id where a.client_id = :client
                        on conflict do nothing""")
                .param("client", clientId)
                .param("now", now())
                .update();
    }

    private void set(String clientId, String statement, String value) {
        database.sql(statement).param("client", clientId).param("value", value).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static ClientEntry entry(
            String clientId, AppFacts facts, Optional<String> secretHash, Optional<String> jwks) {
        return new ClientEntry(
                clientId,
                facts.name(),
                "app",
                facts.kind().authentication(),
                secretHash,
                Optional.empty(),
                jwks,
                // An address that a stranger gives is never asked.
                Optional.empty(),
                facts.redirectUris(),
                List.of(),
                facts.scopes(),
                true,
                false,
                // Opened from here are apps of the operator's file only.
                Optional.empty(),
                facts.origins());
    }

    static RegisteredApp read(ResultSet row, int number) throws SQLException {
        int version = row.getInt("version");
        AppFacts facts = new AppFacts(
                row.getString("name"),
                row.getString("organisation"),
                row.getString("website"),
                row.getString("purpose"),
                AppKind.ofWord(row.getString("kind")).orElseThrow(),
                texts(row, "redirect_uris"),
                texts(row, "origins"),
                texts(row, "scopes"));
        return new RegisteredApp(
                row.getString("client_id"),
                row.getObject("developer_id", UUID.class),
                facts,
                Optional.ofNullable(row.getString("jwks")),
                version,
                row.getInt("asked_version") == version,
                row.getTimestamp("registered_at").toInstant(),
                row.getTimestamp("withdrawn_at") != null);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

package nl.inzage.auth.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Repository;

/**
 * The registered clients. Not the library's own table: that one joins scopes with commas, and a SMART scope such as
 * {@code patient/Observation.rs?code=a,b} may hold one.
 */
@Repository
public class Clients implements RegisteredClientRepository {

    private final JdbcClient database;
    private final ClientRow row = new ClientRow();

    Clients(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered in INZAGE_CLIENTS_FILE or by their developers");
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public RegisteredClient findByClientId(String clientId) {
        if (clientId.indexOf('\0') >= 0) {
            return null;
        }
        return database.sql("select * from client where client_id = :id")
                .param("id", clientId)
                .query(row)
                .optional()
                .orElse(null);
    }

    /** The redirect addresses of the operator's apps: where a browser may be sent from any page here. */
    public Set<String> redirectUris() {
        return database
                .sql(
                        """
                        select distinct unnest(redirect_uris || post_logout_redirect_uris) from client c
                        where not exists (select from developer_app a where a.client_id = c.client_id)""")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether pages of this origin may read what apps ask for. */
    public boolean hasOrigin(String origin) {
        return origin.indexOf('\0') < 0
                && database.sql("select exists (select from client where origins @> array[:origin]::text[])")
                        .param("origin", origin)
                        .query(Boolean.class)
                        .single();
    }

    /** The origins of the pages of all apps. */
    public List<String> origins() {
        return database.sql("select distinct unnest(origins) as origin from client order by origin")
                .query(String.class)
                .list();
    }

    /** Makes the operator's registrations equal to these; a client that is no longer among them loses its grants too. */
    void replaceAll(List<ClientEntry> entries) {
        List<String> ids = entries.stream().map(ClientEntry::id).toList();
        database.sql(
                        """
                        delete from client c where not client_id = any(:ids)
                          and not exists (select from developer_app a where a.client_id = c.client_id)""")
                .param("ids", ids.toArray(String[]::new))
                .update();
        entries.forEach(this::keep);
    }

    /** Keeps a registration; it takes the place of one with the same id. */
    public void keep(ClientEntry entry) {
        database.sql(
                        """
                        insert into client (client_id, name, kind, authentication, secret_hash, hospital, jwks, jwks_uri,
                          redirect_uris, post_logout_redirect_uris, scopes, consent, introspection, launch_uri,
                          origins)
                        values (:id, :name, :kind, :authentication, :secretHash, :hospital, :jwks,
                          :jwksUri, :redirectUris, :postLogoutUris, :scopes, :consent, :introspection, :launchUri,
                          :origins)
                        on conflict (client_id) do update set name = excluded.name, kind = excluded.kind,
                          authentication = excluded.authentication, secret_hash = excluded.secret_hash,
                          hospital = excluded.hospital, jwks = excluded.jwks, jwks_uri = excluded.jwks_uri,
                          redirect_uris = excluded.redirect_uris,
                          post_logout_redirect_uris = excluded.post_logout_redirect_uris, scopes = excluded.scopes,
                          consent = excluded.consent, introspection = excluded.introspection,
                          launch_uri = excluded.launch_uri, origins = excluded.origins""")
                .param("id", entry.id())
                .param("name", entry.name())
                .param("kind", entry.kind())
                .param("authentication", entry.authentication())
                .param("secretHash", entry.secretHash().orElse(null))
                .param("hospital", entry.hospital().orElse(null))
                .param("jwks", entry.jwks().orElse(null))
                .param("jwksUri", entry.jwksUri().orElse(null))
                .param("redirectUris", entry.redirectUris().toArray(String[]::new))
                .param("postLogoutUris", entry.postLogoutRedirectUris().toArray(String[]::new))
                .param("scopes", entry.scopes().toArray(String[]::new))
                .param("consent", entry.consent())
                .param("introspection", entry.introspection())
                .param("launchUri", entry.launchUri().orElse(null))
                .param("origins", entry.origins().toArray(String[]::new))
                .update();
    }
}

package nl.inzage.auth.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The apps that somebody allowed to get data and that still can, and the end of that. Not those that need no consent. */
@Repository
public class StandingGrants {

    private final JdbcClient database;
    private final Clock clock;

    StandingGrants(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A grant under which an app can get data.
     *
     * @param until when the last of its tokens ends
     * @param lastUsed when the app last got a token: it needs one every five minutes to get anything
     */
    public record Standing(
            String id,
            String app,
            Set<String> scopes,
            Optional<String> patient,
            Instant since,
            Instant until,
            Instant lastUsed) {}

    /** Those of an account, the one that was used last first. */
    public List<Standing> of(UUID account) {
        return database.sql(
                        """
                        select g.id, c.name, g.scopes, g.patient, g.created_at,
                          max(t.expires_at) filter (where t.spent_at is null) as ends_at,
                          max(t.issued_at) as last_used
                        from access_grant g join client c using (client_id) join issued_token t on t.grant_id = g.id
                        where g.principal_name = :account and g.login is not null and g.revoked_at is null
                          and c.consent and t.kind in ('access', 'refresh')
                        group by g.id, c.name
                        having bool_or(t.spent_at is null and t.expires_at > :now)
                        order by last_used desc""")
                .param("account", account.toString())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Standing(
                        row.getString("id"),
                        row.getString("name"),
                        StoredGrant.scopes(row.getString("scopes")),
                        Optional.ofNullable(row.getString("patient")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getTimestamp("last_used").toInstant()))
                .list();
    }

    /** A grant that ended just now, of which app it was, and whose dossier it opened. */
    public record Ended(String clientId, Optional<String> patient) {}

    /** Ends one of an account's, with all its tokens; nothing when there was none to end. */
    public Optional<Ended> end(UUID account, String grant) {
        return database.sql(
                        """
                        update access_grant g set revoked_at = :now from client c
                        where g.id = :grant and g.principal_name = :account and g.revoked_at is null
                          and c.client_id = g.client_id and c.consent
                        returning g.client_id, g.patient""")
                .param("now", Timestamp.from(clock.instant()))
                .param("grant", grant)
                .param("account", account.toString())
                .query((row, number) ->
                        new Ended(row.getString("client_id"), Optional.ofNullable(row.getString("patient"))))
                .optional();
    }
}

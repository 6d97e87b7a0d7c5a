package nl.inzage.auth.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.inzage.auth.session.Login;
import nl.inzage.auth.session.StartedByLogin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The logins that go on in an app, as the portal, whether or not their session on this server does: an app that is used
 * refreshes its tokens and never touches that session.
 */
@Repository
public class GrantLogins implements StartedByLogin {

    private final Grants grants;
    private final JdbcClient database;
    private final Clock clock;

    GrantLogins(Grants grants, JdbcClient database, Clock clock) {
        this.grants = grants;
        this.database = database;
        this.clock = clock;
    }

    /** A login with a grant that goes on, and when the app last got a token. */
    public record InUse(Login login, Instant lastUsed) {}

    /** The logins of an account with such a grant; not those of which only what may last without a login is left. */
    public List<InUse> of(UUID account) {
        return database.sql(
                        """
                        select g.login, max(t.issued_at) as last_used
                        from access_grant g join issued_token t on t.grant_id = g.id
                        where g.principal_name = :account and g.login_id is not null and g.revoked_at is null
                          and not 'offline_access' = any(string_to_array(g.scopes, ' '))
                        group by g.login
                        having bool_or(t.kind in ('access', 'refresh') and t.spent_at is null and t.expires_at > :now)
                        order by last_used desc""")
                .param("account", account.toString())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new InUse(
                        StoredLogin.read(row.getString("login")),
                        row.getTimestamp("last_used").toInstant()))
                .list();
    }

    @Override
    public void end(Login login) {
        grants.endOnlineGrantsOf(login.loginId());
    }
}

package nl.inzage.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The logged-in sessions of an account on this server, on whichever node they began, and what is on its way to one. */
@Repository
public class AccountSessions {

    private static final List<String> UNFINISHED = List.of("pending_login", "recovery", "password_right");

    private final JdbcClient database;

    AccountSessions(JdbcClient database) {
        this.database = database;
    }

    /** A session, by a key that opens nothing. */
    public record Open(String key, Instant began, Instant lastUsed) {}

    public List<Open> of(UUID account) {
        return database.sql(
                        """
                        select primary_id, creation_time, last_access_time from spring_session
                        where principal_name = :account order by last_access_time desc""")
                .param("account", account.toString())
                .query((row, number) -> new Open(
                        row.getString("primary_id").strip(),
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time"))))
                .list();
    }

    /** Ends all sessions, and what was begun and not finished. */
    public void endAll(UUID account) {
        endUnfinished(account);
        database.sql("delete from spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    /** Ends all but the one with this id, and what was begun and not finished; says how many sessions there were. */
    public int endOthers(UUID account, String sessionId) {
        endUnfinished(account);
        return database.sql("delete from spring_session where principal_name = :account and session_id <> :kept")
                .param("account", account.toString())
                .param("kept", sessionId)
                .update();
    }

    /** Ends logins between password and code, and ways to a new password: they lean on what the account had before. */
    public void endUnfinished(UUID account) {
        for (String table : UNFINISHED) {
            database.sql("delete from " + table + " where account_id = :account")
                    .param("account", account)
                    .update();
        }
    }
}

package nl.inzage.auth.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The logged-in sessions of an account on this server, on whichever node they began. */
@Repository
public class AccountSessions {

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

    public void endAll(UUID account) {
        database.sql("delete from spring_session where principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    /** Ends all but the one with this id, and says how many there were. */
    public int endOthers(UUID account, String sessionId) {
        return database.sql("delete from spring_session where principal_name = :account and session_id <> :kept")
                .param("account", account.toString())
                .param("kept", sessionId)
                .update();
    }
}

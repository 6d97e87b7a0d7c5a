package nl.inzage.portal.smart;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says who may refresh a session's tokens now, for all nodes; a lease that was never given back runs out. */
@Component
class RefreshLease {

    private final JdbcTemplate jdbc;

    RefreshLease(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean take(String sessionId, Instant now, Instant until) {
        return jdbc.update(
                        """
                        insert into token_refresh (session_id, taken_until) values (?, ?)
                        on conflict (session_id) do update set taken_until = excluded.taken_until
                        where token_refresh.taken_until < ?
                        """,
                        sessionId,
                        Timestamp.from(until),
                        Timestamp.from(now))
                == 1;
    }

    void giveBack(String sessionId) {
        jdbc.update("delete from token_refresh where session_id = ?", sessionId);
    }
}

package nl.inzage.auth.client;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Remembers the {@code jti} of every accepted assertion until it has expired, for all nodes. */
@Repository
class UsedAssertions {

    private final JdbcClient database;
    private final Clock clock;

    UsedAssertions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this is the first use; the primary key decides between parallel ones. */
    boolean isFirst(String clientId, String jti, Instant end) {
        int added = database.sql("insert into used_assertion values (:client, :jti, :end) on conflict do nothing")
                .param("client", clientId)
                .param("jti", SecretHash.of(jti))
                .param("end", Timestamp.from(end))
                .update();
        return added == 1;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetTheExpired() {
        database.sql("delete from used_assertion where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

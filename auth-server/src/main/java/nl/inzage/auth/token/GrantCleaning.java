package nl.inzage.auth.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes grants whose last token expired more than a day ago: until then an id token can still log out. */
@Component
class GrantCleaning {

    private final JdbcClient database;
    private final Clock clock;

    GrantCleaning(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of the tokens of a grant that goes on the newest of a kind stays: it tells when the app was there last. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeExpiredTokensOfStandingGrants() {
        Timestamp past = Timestamp.from(clock.instant().minus(Duration.ofDays(1)));
        database.sql(
                        """
                        delete from issued_token t where kind in ('access', 'id') and expires_at < :past and exists
                          (select from issued_token n where n.grant_id = t.grant_id and n.kind = t.kind
                            and n.issued_at > t.issued_at)""")
                .param("past", past)
                .update();
        database.sql("delete from launch where expires_at < :past")
                .param("past", past)
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeTheExpired() {
        database.sql(
                        """
                        delete from access_grant g where created_at < :past and not exists
                          (select from issued_token t where t.grant_id = g.id and t.expires_at > :past)""")
                .param("past", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }
}

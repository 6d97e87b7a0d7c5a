package nl.inzage.auth.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many apps a developer may register and put before administrators: anybody can be a developer, and the time of
 * administrators is short. It counts what is there: hold the developer before.
 */
@Repository
public class DeveloperShare {

    private static final int MOST_APPS = 10;

    /** Who withdraws an app makes no room for the next one at once. */
    private static final Duration COUNTS_AFTER_WITHDRAWAL = Duration.ofDays(30);

    private static final int MOST_ASKED = 5;
    private static final Duration OF_ASKING = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    DeveloperShare(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether a developer may register one more app. */
    public boolean mayRegister(UUID developer) {
        return count(
                        """
                        select count(*) from developer_app
                        where developer_id = :developer and (withdrawn_at is null or withdrawn_at > :since)""",
                        developer,
                        COUNTS_AFTER_WITHDRAWAL)
                < MOST_APPS;
    }

    /** Whether a developer may ask hospitals about one more version of an app. */
    public boolean mayAsk(UUID developer) {
        return count(
                        """
                        select count(*) from app_version v join developer_app a on a.client_id = v.client_id
                        where a.developer_id = :developer and v.at > :since""",
                        developer,
                        OF_ASKING)
                < MOST_ASKED;
    }

    private int count(String statement, UUID developer, Duration back) {
        return database.sql(statement)
                .param("developer", developer)
                .param("since", Timestamp.from(clock.instant().minus(back)))
                .query(Integer.class)
                .single();
    }
}

package nl.inzage.auth.own;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many codes an account may send to new phones and mailboxes: five a day and, until one comes back, one in half a
 * minute. They are counted by the account, as whoever wants to send many gives another number each time.
 */
@Repository
class ContactChanges {

    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int A_DAY = 5;

    private final JdbcClient database;
    private final Clock clock;

    ContactChanges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether one more code may be sent. */
    enum Verdict {
        YES,
        TOO_SOON,
        TOO_MANY
    }

    /** Whether the account may send one more; it counts as sent then. */
    Verdict count(UUID account) {
        Instant now = clock.instant();
        boolean counted = database.sql(
                                """
                                insert into contact_change as c values (:account, 1, :now, :now)
                                on conflict (account_id) do update set
                                  codes = case when c.codes_from < :yesterday then 1 else c.codes + 1 end,
                                  codes_from = case when c.codes_from < :yesterday then :now else c.codes_from end,
                                  last_sent_at = :now
                                where (c.last_sent_at is null or c.last_sent_at <= :then)
                                  and (c.codes < :most or c.codes_from < :yesterday)""")
                        .param("account", account)
                        .param("now", Timestamp.from(now))
                        .param("yesterday", Timestamp.from(now.minus(DAY)))
                        .param("then", Timestamp.from(now.minus(BETWEEN)))
                        .param("most", A_DAY)
                        .update()
                == 1;
        if (counted) {
            return Verdict.YES;
        }
        return usedUp(account, now) ? Verdict.TOO_MANY : Verdict.TOO_SOON;
    }

    /** A code came back: whoever changes the phone may go on with the mailbox at once. */
    void cameBack(UUID account) {
        database.sql("update contact_change set last_sent_at = null where account_id = :account")
                .param("account", account)
                .update();
    }

    private boolean usedUp(UUID account, Instant now) {
        return database.sql(
                        """
                        select 1 from contact_change
                        where account_id = :account and codes >= :most and codes_from >= :yesterday""")
                .param("account", account)
                .param("most", A_DAY)
                .param("yesterday", Timestamp.from(now.minus(DAY)))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}

package nl.inzage.auth.login;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.client.SecretHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes guessing slow: after a few failures each next try has to wait longer, never for ever. It counts by what was typed
 * as user name, so known and unknown names behave alike. An attempt counts as failed until it succeeds, so that parallel
 * guesses gain nothing. Wrong codes count too, until a login succeeds as a whole, and so do the codes that were sent.
 */
@Repository
class LoginAttempts {

    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_CODES = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoginAttempts(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts an attempt, or says how long to wait before there may be one. */
    Optional<Duration> begin(Username username) {
        // The database rounds to microseconds: an instant that came back could otherwise be later than now.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String key = key(username);
        return transaction.execute(status -> {
            database.sql("insert into login_attempts values (:key, 0, :now, :now, 0, :now) on conflict do nothing")
                    .param("key", key)
                    .param("now", Timestamp.from(now))
                    .update();
            Counted counted = database.sql("select * from login_attempts where username_hash = :key for update")
                    .param("key", key)
                    .query((row, number) -> new Counted(
                            row.getInt("failures"),
                            row.getTimestamp("not_before").toInstant()))
                    .single();
            if (now.isBefore(counted.notBefore())) {
                return Optional.of(Duration.between(now, counted.notBefore()));
            }
            int failures = counted.failures() + 1;
            write(key, failures, now.plus(delay(failures)), now);
            return Optional.empty();
        });
    }

    /** A code was wrong: it counts, also while somebody has to wait. */
    void failed(Username username) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String key = key(username);
        transaction.executeWithoutResult(
                status -> database.sql("select failures from login_attempts where username_hash = :key for update")
                        .param("key", key)
                        .query(Integer.class)
                        .optional()
                        .ifPresent(failures -> write(key, failures + 1, now.plus(delay(failures + 1)), now)));
    }

    /** Whether one more code may be sent: ten a day, unless a login succeeds in between. It counts as sent then. */
    boolean mayGetCode(Username username) {
        return database.sql(
                                """
                                update login_attempts set
                                  codes = case when codes_from < :yesterday then 1 else codes + 1 end,
                                  codes_from = case when codes_from < :yesterday then :now else codes_from end,
                                  updated_at = :now
                                where username_hash = :key and (codes < :most or codes_from < :yesterday)""")
                        .param("yesterday", Timestamp.from(clock.instant().minus(DAY)))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", MOST_CODES)
                        .param("key", key(username))
                        .update()
                == 1;
    }

    /** The attempt was good: it does not count. */
    void passed(Username username) {
        database.sql(
                        """
                        update login_attempts set failures = greatest(failures - 1, 0), not_before = :now
                        where username_hash = :key""")
                .param("now", Timestamp.from(clock.instant()))
                .param("key", key(username))
                .update();
    }

    /** The person is in: nothing counts any more. */
    void forget(Username username) {
        database.sql("delete from login_attempts where username_hash = :key")
                .param("key", key(username))
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetTheOld() {
        database.sql("delete from login_attempts where updated_at < :past")
                .param("past", Timestamp.from(clock.instant().minus(DAY)))
                .update();
    }

    private void write(String key, int failures, Instant notBefore, Instant now) {
        database.sql(
                        """
                        update login_attempts set failures = :failures, not_before = :notBefore, updated_at = :now
                        where username_hash = :key""")
                .param("failures", failures)
                .param("notBefore", Timestamp.from(notBefore))
                .param("now", Timestamp.from(now))
                .param("key", key)
                .update();
    }

    private static Duration delay(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(failures - FREE + 1, 16));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }

    private static String key(Username username) {
        return SecretHash.of(username.value());
    }

    private record Counted(int failures, Instant notBefore) {}
}

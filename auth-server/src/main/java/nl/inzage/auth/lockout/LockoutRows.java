package nl.inzage.auth.lockout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.account.Username;
import nl.inzage.auth.client.SecretHash;
import nl.inzage.auth.lockout.LockoutRow.Block;
import nl.inzage.auth.lockout.LockoutRow.Failures;
import nl.inzage.auth.lockout.LockoutRow.Waits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Table login_attempts: one row a user name, held while it is judged. */
@Repository
class LockoutRows {

    private static final int MOST_CODES = 5;
    private static final Duration DAY = Duration.ofDays(1);
    /** How long failures in a row are remembered that led to no block. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient database;
    private final Clock clock;

    LockoutRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The row of a user name, locked until the transaction ends. */
    LockoutRow lock(Username username, Instant now) {
        database.sql(
                        """
                        insert into login_attempts (username_hash, password_failures, not_before, code_not_before,
                          updated_at, codes_from)
                        values (:key, 0, :now, :now, :now, :now) on conflict do nothing""")
                .param("key", key(username))
                .param("now", Timestamp.from(now))
                .update();
        return database.sql("select * from login_attempts where username_hash = :key for update")
                .param("key", key(username))
                .query(LockoutRows::row)
                .single();
    }

    Optional<LockoutRow> find(Username username) {
        return database.sql("select * from login_attempts where username_hash = :key")
                .param("key", key(username))
                .query(LockoutRows::row)
                .optional();
    }

    void write(LockoutRow row, Instant now) {
        database.sql(
                        """
                        update login_attempts set password_failures = :passwords, code_failures = :codes,
                          answer_failures = :answers, not_before = :notBefore,
                          code_not_before = :codeNotBefore, password_blocked_at = :passwordBlocked,
                          blocked_at = :blocked, blocked_because = :because, updated_at = :now
                        where username_hash = :key""")
                .param("passwords", row.failures().passwords())
                .param("codes", row.failures().codes())
                .param("answers", row.failures().answers())
                .param("notBefore", Timestamp.from(row.waits().passwords()))
                .param("codeNotBefore", Timestamp.from(row.waits().codes()))
                .param(
                        "passwordBlocked",
                        row.passwordBlockedAt().map(Timestamp::from).orElse(null))
                .param(
                        "blocked",
                        row.block().map(Block::at).map(Timestamp::from).orElse(null))
                .param("because", row.block().map(Block::because).orElse(null))
                .param("now", Timestamp.from(now))
                .param("key", row.key())
                .update();
    }

    boolean countCode(Username username, Instant now) {
        return database.sql(
                                """
                                update login_attempts set
                                  codes = case when codes_from < :yesterday then 1 else codes + 1 end,
                                  codes_from = case when codes_from < :yesterday then :now else codes_from end,
                                  updated_at = :now
                                where username_hash = :key and (codes < :most or codes_from < :yesterday)""")
                        .param("yesterday", Timestamp.from(now.minus(DAY)))
                        .param("now", Timestamp.from(now))
                        .param("most", MOST_CODES)
                        .param("key", key(username))
                        .update()
                == 1;
    }

    void giveCodeBack(Username username) {
        database.sql("update login_attempts set codes = codes - 1 where username_hash = :key and codes > 0")
                .param("key", key(username))
                .update();
    }

    void removeUnlessBlocked(Username username) {
        database.sql(
                        "delete from login_attempts where username_hash = :key and blocked_at is null and password_blocked_at is null")
                .param("key", key(username))
                .update();
    }

    void remove(Username username) {
        database.sql("delete from login_attempts where username_hash = :key")
                .param("key", key(username))
                .update();
    }

    /** What is counted for one name is counted for the other from now on. */
    void move(Username from, Username to) {
        remove(to);
        database.sql("update login_attempts set username_hash = :to where username_hash = :from")
                .param("from", key(from))
                .param("to", key(to))
                .update();
    }

    /** Known and unknown names are forgotten alike, and a block of either never. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetTheOld() {
        database.sql(
                        """
                        delete from login_attempts
                        where updated_at < :past and blocked_at is null and password_blocked_at is null""")
                .param("past", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private static LockoutRow row(ResultSet row, int number) throws SQLException {
        return new LockoutRow(
                row.getString("username_hash"),
                new Failures(
                        row.getInt("password_failures"), row.getInt("code_failures"), row.getInt("answer_failures")),
                new Waits(
                        row.getTimestamp("not_before").toInstant(),
                        row.getTimestamp("code_not_before").toInstant()),
                moment(row, "password_blocked_at"),
                block(row));
    }

    private static Optional<Block> block(ResultSet row) throws SQLException {
        String because = row.getString("blocked_because");
        return moment(row, "blocked_at").map(at -> new Block(at, because));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static String key(Username username) {
        return SecretHash.of(username.value());
    }
}

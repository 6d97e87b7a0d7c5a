package nl.inzage.auth.login;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.client.SecretHash;
import nl.inzage.auth.contact.CodeVerdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Logins between password and code, with the code that was sent last. A try counts before it is judged, so parallel tries
 * are no more than three (OWASP ASVS 6.6.3).
 */
@Repository
class PendingLogins {

    static final Duration CODE_LIFE = Duration.ofMinutes(5);
    static final int TRIES = 3;
    static final int MOST = 5;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Clock clock;

    PendingLogins(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param mustChange whether the password was a temporary one, which opens nothing but the choice of another */
    UUID begin(UUID account, boolean mustChange) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into pending_login (id, account_id, must_change, created_at)
                        values (:id, :account, :mustChange, :now)""")
                .param("id", id)
                .param("mustChange", mustChange)
                .param("account", account)
                .param("now", now())
                .update();
        endTheOldest(account);
        return id;
    }

    /** Of one account no more than five are under way: who has the password alone gets no more codes to guess at. */
    private void endTheOldest(UUID account) {
        database.sql(
                        """
                        delete from pending_login where account_id = :account and id not in
                          (select id from pending_login where account_id = :account
                           order by created_at desc limit :most)""")
                .param("account", account)
                .param("most", MOST)
                .update();
    }

    Optional<PendingLogin> byId(UUID id) {
        return database.sql("select * from pending_login where id = :id and created_at > :past")
                .param("id", id)
                .param("past", Timestamp.from(clock.instant().minus(LIFE)))
                .query((row, number) -> new PendingLogin(
                        id,
                        row.getObject("account_id", UUID.class),
                        row.getBoolean("must_change"),
                        row.getInt("codes_sent"),
                        Optional.ofNullable(row.getTimestamp("last_sent_at")).map(Timestamp::toInstant)))
                .optional();
    }

    /** Keeps a new code; the one before it is void. */
    void keep(UUID id, String code) {
        database.sql(
                        """
                        update pending_login set code_hash = :hash, code_expires_at = :end, tries = 0,
                          codes_sent = codes_sent + 1, last_sent_at = :now where id = :id""")
                .param("hash", hash(id, code))
                .param("end", Timestamp.from(clock.instant().plus(CODE_LIFE)))
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Judges a code; a right one ends the pending login, so that it works once. */
    CodeVerdict judge(UUID id, String code) {
        Optional<Boolean> right = database.sql(
                        """
                        update pending_login set tries = tries + 1
                        where id = :id and tries < :most and code_expires_at > :now
                        returning code_hash = :hash""")
                .param("id", id)
                .param("most", TRIES)
                .param("now", now())
                .param("hash", hash(id, code))
                .query(Boolean.class)
                .optional();
        if (right.isEmpty()) {
            return usedUp(id) ? CodeVerdict.TOO_MANY : CodeVerdict.EXPIRED;
        }
        if (right.get()) {
            return end(id) ? CodeVerdict.RIGHT : CodeVerdict.EXPIRED;
        }
        return usedUp(id) ? CodeVerdict.TOO_MANY : CodeVerdict.WRONG;
    }

    /** Counts a try of another step than the code, and says the how-manieth it is; a new code changes nothing there. */
    int countTry(UUID id) {
        return database.sql(
                        "update pending_login set other_tries = other_tries + 1 where id = :id returning other_tries")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElse(Integer.MAX_VALUE);
    }

    /** Ends a pending login and says whether it was still there. */
    boolean end(UUID id) {
        return database.sql("delete from pending_login where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void removeTheOld() {
        database.sql("delete from pending_login where created_at < :past")
                .param("past", Timestamp.from(clock.instant().minus(LIFE)))
                .update();
    }

    private boolean usedUp(UUID id) {
        return database.sql("select tries >= :most from pending_login where id = :id")
                .param("most", TRIES)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String hash(UUID id, String code) {
        return SecretHash.of(id + " " + code);
    }
}

package nl.inzage.auth.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.account.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The right to choose a new password: for a quarter of an hour, in one browser, once. */
@Repository
public class PasswordRights {

    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String RIGHT = "passwordRight";

    private final JdbcClient database;
    private final Clock clock;

    PasswordRights(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Gives it to this browser, whose session gets a new id. */
    public void give(Account account, HttpServletRequest request) {
        request.getSession().setAttribute(RIGHT, give(account));
        request.changeSessionId();
    }

    UUID give(Account account) {
        UUID id = UUID.randomUUID();
        database.sql("insert into password_right values (:id, :account, :end)")
                .param("id", id)
                .param("account", account.id())
                .param("end", Timestamp.from(clock.instant().plus(LIFE)))
                .update();
        return id;
    }

    Optional<UUID> ofBrowser(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (UUID) session.getAttribute(RIGHT));
    }

    /** Whose right it is, while it lasts. */
    Optional<UUID> account(UUID right) {
        return database.sql("select account_id from password_right where id = :id and expires_at > :now")
                .param("id", right)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** Uses it up and says whose it was; of any number of parallel tries one hears that. */
    Optional<UUID> redeem(UUID right) {
        return database.sql("delete from password_right where id = :id and expires_at > :now returning account_id")
                .param("id", right)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeTheOld() {
        database.sql("delete from password_right where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}

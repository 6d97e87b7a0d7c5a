package nl.inzage.auth.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;

/** What passkeys are asked to sign: for one browser, one purpose, five minutes, once. */
@Repository
class PasskeyChallenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    PasskeyChallenges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Bytes begin(HttpServletRequest browser, ChallengePurpose purpose) {
        UUID id = UUID.randomUUID();
        Bytes challenge = Bytes.random();
        database.sql("insert into passkey_challenge (id, challenge, created_at) values (:id, :challenge, :now)")
                .param("id", id)
                .param("challenge", challenge.getBytes())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        browser.getSession().setAttribute(attribute(purpose), id);
        return challenge;
    }

    /** The challenge of this browser for this purpose; a second time there is none. */
    Optional<Bytes> take(HttpServletRequest browser, ChallengePurpose purpose) {
        HttpSession session = browser.getSession(false);
        UUID id = session == null ? null : (UUID) session.getAttribute(attribute(purpose));
        if (id == null) {
            return Optional.empty();
        }
        session.removeAttribute(attribute(purpose));
        return database.sql("delete from passkey_challenge where id = :id and created_at > :past returning challenge")
                .param("id", id)
                .param("past", past())
                .query(byte[].class)
                .optional()
                .map(Bytes::new);
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void removeTheOld() {
        database.sql("delete from passkey_challenge where created_at < :past")
                .param("past", past())
                .update();
    }

    private static String attribute(ChallengePurpose purpose) {
        return "passkeyChallenge." + purpose;
    }

    private Timestamp past() {
        return Timestamp.from(clock.instant().minus(LIFE));
    }
}

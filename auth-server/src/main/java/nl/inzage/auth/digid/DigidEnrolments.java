package nl.inzage.auth.digid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.seal.Seal;
import nl.inzage.policy.identity.Bsn;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.DigidLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Accounts in the making, for fifteen minutes; the browser's session holds the id only. */
@Repository
class DigidEnrolments {

    private static final String ID = "digidEnrolment";
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Seal seal;
    private final Clock clock;

    DigidEnrolments(JdbcClient database, Seal seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    void begin(DigidEnrolment enrolment, HttpServletRequest browser) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into digid_enrolment (id, hospital, bsn, level, created_at)
                        values (:id, :hospital, :bsn, :level, :now)""")
                .param("id", id)
                .param("hospital", enrolment.hospital().value())
                .param("bsn", seal.seal(enrolment.bsn().value().getBytes(StandardCharsets.US_ASCII), purpose(id)))
                .param("level", enrolment.level().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        browser.getSession().setAttribute(ID, id);
        browser.changeSessionId();
    }

    /** The one of this browser, to show. */
    Optional<DigidEnrolment> of(HttpServletRequest browser) {
        return id(browser)
                .flatMap(id -> database.sql("select * from digid_enrolment where id = :id and created_at > :past")
                        .param("id", id)
                        .param("past", past())
                        .query((row, number) -> enrolment(row, id))
                        .optional());
    }

    /** The one of this browser, to make the account of; a second time there is none. */
    Optional<DigidEnrolment> take(HttpServletRequest browser) {
        return id(browser).flatMap(id -> database.sql(
                        "delete from digid_enrolment where id = :id and created_at > :past returning *")
                .param("id", id)
                .param("past", past())
                .query((row, number) -> enrolment(row, id))
                .optional());
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void removeTheOld() {
        database.sql("delete from digid_enrolment where created_at < :past")
                .param("past", past())
                .update();
    }

    private static Optional<UUID> id(HttpServletRequest browser) {
        HttpSession session = browser.getSession(false);
        return Optional.ofNullable(session == null ? null : (UUID) session.getAttribute(ID));
    }

    private DigidEnrolment enrolment(ResultSet row, UUID id) throws SQLException {
        byte[] bsn = seal.open(row.getBytes("bsn"), purpose(id));
        return new DigidEnrolment(
                new HospitalId(row.getString("hospital")),
                new Bsn(new String(bsn, StandardCharsets.US_ASCII)),
                DigidLevel.valueOf(row.getString("level")));
    }

    private Timestamp past() {
        return Timestamp.from(clock.instant().minus(LIFE));
    }

    private static String purpose(UUID id) {
        return "enrolment " + id;
    }
}

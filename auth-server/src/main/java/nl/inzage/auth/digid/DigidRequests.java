package nl.inzage.auth.digid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.client.SecretHash;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Logins on their way to DigiD and back: each comes back once, with its state, in the browser that it left from. */
@Repository
class DigidRequests {

    private static final String ID = "digidRequest";
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Clock clock;

    DigidRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new one, and the {@code state} that it must come back with. */
    record Begun(String state, DigidRequest request) {}

    Begun begin(HospitalId hospital, HttpServletRequest browser) {
        UUID id = UUID.randomUUID();
        String state = random(32);
        DigidRequest request = new DigidRequest(hospital, random(32), random(48));
        database.sql(
                        """
                        insert into digid_request (id, state_hash, hospital, nonce, verifier, created_at)
                        values (:id, :state, :hospital, :nonce, :verifier, :now)""")
                .param("id", id)
                .param("state", SecretHash.of(state))
                .param("hospital", hospital.value())
                .param("nonce", request.nonce())
                .param("verifier", request.verifier())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        browser.getSession().setAttribute(ID, id);
        return new Begun(state, request);
    }

    /** Takes the request that this browser made with this state; a second time there is none. */
    Optional<DigidRequest> take(String state, HttpServletRequest browser) {
        HttpSession session = browser.getSession(false);
        UUID id = session == null ? null : (UUID) session.getAttribute(ID);
        if (id == null) {
            return Optional.empty();
        }
        session.removeAttribute(ID);
        return database.sql(
                        """
                        delete from digid_request where id = :id and state_hash = :state and created_at > :past
                        returning hospital, nonce, verifier""")
                .param("id", id)
                .param("state", SecretHash.of(state))
                .param("past", past())
                .query((row, number) -> new DigidRequest(
                        new HospitalId(row.getString("hospital")), row.getString("nonce"), row.getString("verifier")))
                .optional();
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void removeTheOld() {
        database.sql("delete from digid_request where created_at < :past")
                .param("past", past())
                .update();
    }

    private Timestamp past() {
        return Timestamp.from(clock.instant().minus(LIFE));
    }

    private String random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

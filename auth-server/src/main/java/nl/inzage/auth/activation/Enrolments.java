package nl.inzage.auth.activation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.inzage.auth.account.PersonIdentifier;
import nl.inzage.policy.identity.HospitalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Enrolments under way: one goes on for each code, the one that began last, for an hour. */
@Repository
class Enrolments {

    private static final Duration LIFE = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    Enrolments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    UUID begin(UUID activation) {
        UUID id = UUID.randomUUID();
        database.sql("insert into enrolment (id, activation_id, created_at) values (:id, :activation, :now)")
                .param("id", id)
                .param("activation", activation)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        database.sql("update activation set enrolment = :id where id = :activation")
                .param("id", id)
                .param("activation", activation)
                .update();
        return id;
    }

    /** An enrolment that may go on: its code is still good, and nobody began again with that code. */
    Optional<Enrolment> find(UUID id) {
        return database.sql(
                        """
                        select e.*, a.hospital, a.patient, a.identifier_system, a.identifier_value, a.birth_date,
                          a.phone, a.email as email_at_desk, a.language from enrolment e join activation a on a.id = e.activation_id
                        where e.id = :id and a.enrolment = e.id and e.created_at > :past and a.used_at is null
                          and a.voided_at is null and a.expires_at > :now""")
                .param("id", id)
                .param("past", Timestamp.from(clock.instant().minus(LIFE)))
                .param("now", Timestamp.from(clock.instant()))
                .query(Enrolments::enrolment)
                .optional();
    }

    void confirmPhone(UUID id) {
        set(id, "phone_confirmed = :value", true);
    }

    void keepCredentials(UUID id, String username, String passwordHash) {
        set(id, "username = :value", username);
        set(id, "password_hash = :value", passwordHash);
    }

    void keepQuestion(UUID id, String question, String answerHash) {
        set(id, "question = :value", question);
        set(id, "answer_hash = :value", answerHash);
    }

    /** Keeps an address that still has to be confirmed. */
    void keepEmail(UUID id, String email) {
        set(id, "email_confirmed = false, email = :value", email);
    }

    void confirmEmail(UUID id) {
        set(id, "email_confirmed = :value, email_passed = :value", true);
    }

    void passEmail(UUID id) {
        set(id, "email = null, email_confirmed = false, email_passed = :value", true);
    }

    /** The user name turned out to be taken. */
    void forgetUsername(UUID id) {
        set(id, "username = :value", null);
    }

    /** Uses the code up and says whether this enrolment was the one to do so. */
    boolean redeem(Enrolment enrolment) {
        return database.sql(
                                """
                                update activation set used_at = :now where id = :activation and enrolment = :id
                                  and used_at is null and voided_at is null and expires_at > :now""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("activation", enrolment.activation())
                        .param("id", enrolment.id())
                        .update()
                == 1;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void removeTheOld() {
        database.sql("delete from enrolment where created_at < :past")
                .param("past", Timestamp.from(clock.instant().minus(LIFE)))
                .update();
    }

    private void set(UUID id, String change, Object value) {
        database.sql("update enrolment set " + change + " where id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    private static Enrolment enrolment(ResultSet row, int number) throws SQLException {
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getObject("activation_id", UUID.class),
                new HospitalId(row.getString("hospital")),
                row.getString("patient"),
                new PersonIdentifier(row.getString("identifier_system"), row.getString("identifier_value")),
                row.getString("birth_date"),
                row.getString("phone"),
                Optional.ofNullable(row.getString("email_at_desk")),
                Locale.forLanguageTag(row.getString("language")),
                row.getBoolean("phone_confirmed"),
                Optional.ofNullable(row.getString("username")),
                Optional.ofNullable(row.getString("password_hash")),
                Optional.ofNullable(row.getString("question")),
                Optional.ofNullable(row.getString("answer_hash")),
                Optional.ofNullable(row.getString("email")),
                row.getBoolean("email_confirmed"),
                row.getBoolean("email_passed"));
    }
}

package nl.inzage.auth.activation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.inzage.auth.account.Passwords;
import nl.inzage.policy.book.PolicyBook;
import nl.inzage.policy.identity.HospitalId;
import nl.inzage.policy.login.ActivationRules;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The codes on letters. There is one live code a patient. Five wrong birth dates with the right code burn it, and a try
 * counts before it is judged. A wrong code counts against nobody: fifteen digits begin like another's letter often enough
 * that strangers could burn letters with it.
 */
@Repository
public class Activations {

    static final int MOST_FAILURES = 5;
    private static final int ATTEMPTS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    private final Turn turn = new Turn(LONGEST_WAIT);
    private final JdbcClient database;
    private final PolicyBook policies;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Activations(
            JdbcClient database,
            PolicyBook policies,
            Passwords passwords,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.policies = policies;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Makes a code for somebody; an earlier one that was not used is void from now on.
     *
     * @param written writes down that it was made: when that fails, there is no code, and the earlier one stays
     */
    public IssuedCode issue(Invitation invitation, Consumer<IssuedCode> written) {
        ActivationRules rules =
                policies.require(invitation.hospital()).account().activation();
        Instant now = clock.instant();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ActivationCode code = ActivationCode.random(rules);
            String hash = passwords.hash(code.verifier());
            try {
                return transaction.execute(status -> {
                    boolean earlier = withdraw(invitation.hospital(), invitation.patient());
                    insert(invitation, code.selector(), hash, now, rules.expires(now));
                    IssuedCode issued = new IssuedCode(code.printed(), rules.expires(now), earlier);
                    written.accept(issued);
                    return issued;
                });
            } catch (DuplicateKeyException e) {
                // Fifteen digits leave six for the row: now and then two codes begin alike, and another has to do.
            }
        }
        throw new IllegalStateException("No free beginning of a code in " + ATTEMPTS + " attempts");
    }

    /** Voids the live code of a patient and says whether there was one. */
    public boolean withdraw(HospitalId hospital, String patient) {
        return database.sql(
                                """
                                update activation set voided_at = :now
                                where hospital = :hospital and patient = :patient
                                  and used_at is null and voided_at is null""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("hospital", hospital.value())
                        .param("patient", patient)
                        .update()
                > 0;
    }

    /** Whether a patient had a code before, used or not. */
    public boolean wasIssued(HospitalId hospital, String patient) {
        return database.sql("select 1 from activation where hospital = :hospital and patient = :patient limit 1")
                .param("hospital", hospital.value())
                .param("patient", patient)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Until when the patient's live code is valid; nothing when there is none. */
    public Optional<Instant> liveUntil(HospitalId hospital, String patient) {
        return database.sql(
                        """
                        select expires_at from activation where hospital = :hospital and patient = :patient
                          and used_at is null and voided_at is null and failures < :most and expires_at > :now""")
                .param("hospital", hospital.value())
                .param("patient", patient)
                .param("most", MOST_FAILURES)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getTimestamp("expires_at").toInstant())
                .optional();
    }

    /**
     * The code's row, when code and birth date are right together and the code is good. A wrong one, an unknown one and
     * one that is over get the same answer after the same work. One code at a time is looked at on each node, in the order
     * in which they came: that bounds how many can be guessed.
     *
     * @throws TooBusy when so many wait that the turn of this one did not come in time
     */
    Optional<UUID> redeemable(ActivationCode code, String birthDate) throws TooBusy {
        Optional<Stored> stored = database.sql(
                        """
                        select id, verifier_hash from activation
                        where selector = :selector and failures < :most and used_at is null and voided_at is null
                          and expires_at > :now""")
                .param("selector", code.selector().replace("\0", ""))
                .param("most", MOST_FAILURES)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Stored(row.getObject("id", UUID.class), row.getString("verifier_hash")))
                .optional();
        return turn.take(() -> {
            boolean right = passwords.matchesHash(code.verifier(), stored.map(Stored::hash));
            // Of a wrong code a row is asked for that is not there: how much is asked tells nothing.
            Optional<UUID> id = stored.filter(row -> right).map(Stored::id);
            return isBornOn(id.orElseGet(UUID::randomUUID), birthDate) ? id : Optional.empty();
        });
    }

    /** Judges the birth date of who has the code; of parallel tries no more than five are looked at. */
    private boolean isBornOn(UUID id, String birthDate) {
        boolean right = database.sql(
                        """
                        update activation set failures = failures + 1 where id = :id and failures < :most
                        returning birth_date""")
                .param("id", id)
                .param("most", MOST_FAILURES)
                .query(String.class)
                .optional()
                .filter(birthDate::equals)
                .isPresent();
        if (right) {
            database.sql("update activation set failures = failures - 1 where id = :id")
                    .param("id", id)
                    .update();
        }
        return right;
    }

    private void insert(Invitation invitation, String selector, String hash, Instant now, Instant expires) {
        database.sql(
                        """
                        insert into activation (id, selector, verifier_hash, hospital, patient, identifier_system,
                          identifier_value, birth_date, phone, email, language, channel, issued_at, expires_at)
                        values (:id, :selector, :hash, :hospital, :patient, :system, :value, :born, :phone, :email,
                          :language, :channel, :now, :expires)""")
                .param("id", UUID.randomUUID())
                .param("selector", selector)
                .param("hash", hash)
                .param("hospital", invitation.hospital().value())
                .param("patient", invitation.patient())
                .param("system", invitation.identifier().system())
                .param("value", invitation.identifier().value())
                .param("born", invitation.birthDate())
                .param("phone", invitation.phone())
                .param("email", invitation.email().orElse(null))
                .param("language", invitation.language().getLanguage())
                .param("channel", invitation.channel().name().toLowerCase(Locale.ROOT))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    private record Stored(UUID id, String hash) {}
}
